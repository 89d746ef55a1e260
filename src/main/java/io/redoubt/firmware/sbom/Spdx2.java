package io.redoubt.firmware.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spdx.core.InvalidSPDXAnalysisException;
import org.spdx.jacksonstore.MultiFormatStore;
import org.spdx.library.SpdxModelFactory;
import org.spdx.library.model.v2.Checksum;
import org.spdx.library.model.v2.ExternalRef;
import org.spdx.library.model.v2.Relationship;
import org.spdx.library.model.v2.SpdxConstantsCompatV2;
import org.spdx.library.model.v2.SpdxCreatorInformation;
import org.spdx.library.model.v2.SpdxDocument;
import org.spdx.library.model.v2.SpdxElement;
import org.spdx.library.model.v2.SpdxPackage;
import org.spdx.library.model.v2.enumerations.RelationshipType;
import org.spdx.storage.ISerializableModelStore;
import org.spdx.storage.simple.InMemSpdxStore;
import org.spdx.tagvaluestore.TagValueStore;

/** Reads SPDX 2 in all its forms through SPDX's own library. */
final class Spdx2 {
    private Spdx2() {}

    static Sbom read(JsonNode tree) throws UnreadableException {
        if (!tree.isObject()) {
            throw new UnreadableException("The SPDX document must be an object.");
        }
        byte[] cut = GuardedJson.bytes(Spdx2Tree.cut(tree));
        return SpdxLibrary.guarded(
                () -> document(new MultiFormatStore(new InMemSpdxStore(), MultiFormatStore.Format.JSON), cut));
    }

    static Sbom tagValue(byte[] content) throws UnreadableException {
        return SpdxLibrary.guarded(() -> document(new TagValueStore(new InMemSpdxStore()), content));
    }

    private static Sbom document(ISerializableModelStore store, byte[] content)
            throws InvalidSPDXAnalysisException, IOException {
        SpdxDocument document = (SpdxDocument) store.deSerialize(new ByteArrayInputStream(content), false);
        List<SpdxPackage> packages = new ArrayList<>();
        try (Stream<?> found = SpdxModelFactory.getSpdxObjects(
                store, null, SpdxConstantsCompatV2.CLASS_SPDX_PACKAGE, document.getDocumentUri(), null)) {
            found.forEach(one -> packages.add((SpdxPackage) one));
        }
        List<Sbom.Component> components = new ArrayList<>();
        for (SpdxPackage one : packages) {
            components.add(component(one));
        }
        SpdxCreatorInformation made = document.getCreationInfo();
        return new Sbom(
                document.getSpecVersion().replace('-', ' '),
                made == null
                        ? List.of()
                        : made.getCreators().stream()
                                .filter(creator -> !Said.isTool(creator))
                                .flatMap(creator -> Said.party(creator).stream())
                                .sorted()
                                .toList(),
                made == null ? Optional.empty() : Said.instant(made.getCreated()),
                components,
                statesDependencies(document, packages),
                List.of());
    }

    private static Sbom.Component component(SpdxPackage one) throws InvalidSPDXAnalysisException {
        List<Identifier> identifiers = new ArrayList<>();
        for (ExternalRef reference : one.getExternalRefs()) {
            SpdxNames.identifier(reference.getReferenceType().getIndividualURI(), reference.getReferenceLocator())
                    .ifPresent(identifiers::add);
        }
        for (Checksum hash : one.getChecksums()) {
            Identifier.hash(hash.getAlgorithm().name(), hash.getValue()).ifPresent(identifiers::add);
        }
        return new Sbom.Component(
                one.getId(),
                one.getName().flatMap(Said::text),
                one.getVersionInfo().flatMap(Said::text),
                one.getSupplier().flatMap(Said::party),
                identifiers);
    }

    /** One component that the document describes depends on nothing else that is listed. */
    private static boolean statesDependencies(SpdxDocument document, List<SpdxPackage> packages)
            throws InvalidSPDXAnalysisException {
        boolean single = packages.size() == 1;
        if (hasInclusion(document, single)) {
            return true;
        }
        for (SpdxPackage one : packages) {
            if (hasInclusion(one, single)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasInclusion(SpdxElement element, boolean single) throws InvalidSPDXAnalysisException {
        for (Relationship relationship : element.getRelationships()) {
            RelationshipType type = relationship.getRelationshipType();
            if (type.name().matches(".*(DEPEND|CONTAIN|LINK|PREREQUISITE).*")
                    || (single && type == RelationshipType.DESCRIBES)) {
                return true;
            }
        }
        return false;
    }
}
