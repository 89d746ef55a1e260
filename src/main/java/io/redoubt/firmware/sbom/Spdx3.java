package io.redoubt.firmware.sbom;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spdx.core.InvalidSPDXAnalysisException;
import org.spdx.library.model.v3_0_1.core.Agent;
import org.spdx.library.model.v3_0_1.core.CreationInfo;
import org.spdx.library.model.v3_0_1.core.Element;
import org.spdx.library.model.v3_0_1.core.ExternalIdentifier;
import org.spdx.library.model.v3_0_1.core.ExternalIdentifierType;
import org.spdx.library.model.v3_0_1.core.Hash;
import org.spdx.library.model.v3_0_1.core.IntegrityMethod;
import org.spdx.library.model.v3_0_1.core.Relationship;
import org.spdx.library.model.v3_0_1.core.RelationshipType;
import org.spdx.library.model.v3_0_1.core.SpdxDocument;
import org.spdx.library.model.v3_0_1.software.SpdxPackage;
import org.spdx.storage.simple.InMemSpdxStore;
import org.spdx.v3jsonldstore.JsonLDStore;

/** Reads SPDX 3.0 as JSON-LD through SPDX's own library, whose context is built in: the one that a file names is not fetched. */
final class Spdx3 {
    private static final String CONTEXT = "https://spdx.org/rdf/3.";
    private static final Set<RelationshipType> INCLUSION = Set.of(
            RelationshipType.CONTAINS,
            RelationshipType.DEPENDS_ON,
            RelationshipType.HAS_DYNAMIC_LINK,
            RelationshipType.HAS_STATIC_LINK,
            RelationshipType.HAS_OPTIONAL_COMPONENT,
            RelationshipType.HAS_OPTIONAL_DEPENDENCY,
            RelationshipType.HAS_PROVIDED_DEPENDENCY,
            RelationshipType.HAS_PREREQUISITE,
            RelationshipType.PACKAGED_BY);

    private Spdx3() {}

    static Sbom read(byte[] content, String context) throws UnreadableException {
        if (!context.startsWith(CONTEXT)) {
            throw new UnreadableException("The @context must be that of SPDX 3.0, such as " + CONTEXT
                    + "0.1/spdx-context.jsonld: no other is read, and none is fetched.");
        }
        return SpdxLibrary.guarded(() ->
                document(new JsonLDStore(new InMemSpdxStore()).deSerialize(new ByteArrayInputStream(content), false)));
    }

    private static Sbom document(SpdxDocument document) throws InvalidSPDXAnalysisException {
        List<Sbom.Component> components = new ArrayList<>();
        boolean stated = false;
        for (Element element : document.getElements()) {
            if (element instanceof SpdxPackage one) {
                components.add(component(one));
            } else if (element instanceof Relationship relationship) {
                stated |= INCLUSION.contains(relationship.getRelationshipType());
            }
        }
        CreationInfo made = document.getCreationInfo();
        return new Sbom(
                "SPDX " + (made == null || made.getSpecVersion() == null ? "3.0" : made.getSpecVersion()),
                made == null ? List.of() : names(made.getCreatedBys()),
                made == null ? Optional.empty() : Said.instant(made.getCreated()),
                components,
                stated || components.size() == 1,
                List.of());
    }

    private static Sbom.Component component(SpdxPackage one) throws InvalidSPDXAnalysisException {
        List<Identifier> identifiers = new ArrayList<>();
        one.getPackageUrl().flatMap(Identifier::purl).ifPresent(identifiers::add);
        for (ExternalIdentifier external : one.getExternalIdentifiers()) {
            identifier(external).filter(found -> !identifiers.contains(found)).ifPresent(identifiers::add);
        }
        for (IntegrityMethod method : one.getVerifiedUsings()) {
            if (method instanceof Hash hash && hash.getAlgorithm() != null && hash.getHashValue() != null) {
                Identifier.hash(hash.getAlgorithm().name(), hash.getHashValue()).ifPresent(identifiers::add);
            }
        }
        Optional<Agent> supplier = one.getSuppliedBy();
        return new Sbom.Component(
                one.getObjectUri(),
                one.getName().flatMap(Said::text),
                one.getPackageVersion().flatMap(Said::text),
                supplier.isEmpty() ? Optional.empty() : supplier.get().getName().flatMap(Said::party),
                identifiers);
    }

    private static Optional<Identifier> identifier(ExternalIdentifier external) throws InvalidSPDXAnalysisException {
        ExternalIdentifierType type = external.getExternalIdentifierType();
        String value = external.getIdentifier();
        if (type == null || value == null) {
            return Optional.empty();
        }
        return switch (type) {
            case PACKAGE_URL -> Identifier.purl(value);
            case CPE22, CPE23 -> Identifier.cpe(value);
            case SWID -> Identifier.swid(value);
            default -> Optional.empty();
        };
    }

    private static List<String> names(Collection<Agent> agents) throws InvalidSPDXAnalysisException {
        List<String> names = new ArrayList<>();
        for (Agent agent : agents) {
            agent.getName().flatMap(Said::party).ifPresent(names::add);
        }
        return names;
    }
}
