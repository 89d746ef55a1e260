package io.redoubt.firmware.sbom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.OrganizationalContact;
import org.cyclonedx.model.OrganizationalEntity;
import org.cyclonedx.parsers.JsonParser;
import org.cyclonedx.parsers.Parser;
import org.cyclonedx.parsers.XmlParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads CycloneDX 1.2 to 1.6 through its own library. The product that the document is about is a component like those it
 * is made of. A supplier is the one named as such, or else who manufactured or published the component.
 */
final class CycloneDx {
    private CycloneDx() {}

    static Sbom json(String text) throws UnreadableException {
        String timestamp =
                GuardedJson.json(text).path("metadata").path("timestamp").asText();
        return sbom(new JsonParser(), text, timestamp);
    }

    static Sbom xml(String text, String timestamp) throws UnreadableException {
        return sbom(new XmlParser(), text, timestamp);
    }

    /** @param timestamp as it stands in the document: where there is none, the library makes one up */
    private static Sbom sbom(Parser parser, String text, String timestamp) throws UnreadableException {
        try {
            return sbom(parser.parse(text.getBytes(StandardCharsets.UTF_8)), timestamp);
        } catch (ParseException | RuntimeException | StackOverflowError e) {
            throw new UnreadableException(
                    "The CycloneDX document must be valid.\nMaybe check it with the tools of CycloneDX.");
        }
    }

    private static Sbom sbom(Bom bom, String timestamp) throws UnreadableException {
        String version = Objects.requireNonNullElse(bom.getSpecVersion(), "");
        if (!version.matches("1\\.[2-6]")) {
            throw new UnreadableException("The CycloneDX document must be of version 1.2 to 1.6.");
        }
        Metadata metadata = bom.getMetadata();
        List<Sbom.Component> components = new ArrayList<>();
        boolean nested = false;
        if (metadata != null && metadata.getComponent() != null) {
            nested |= add(metadata.getComponent(), components);
        }
        for (Component component : list(bom.getComponents())) {
            nested |= add(component, components);
        }
        return new Sbom(
                "CycloneDX " + version,
                metadata == null ? List.of() : authors(metadata),
                Said.instant(timestamp),
                components,
                nested || !list(bom.getDependencies()).isEmpty(),
                CycloneDxVex.statements(bom));
    }

    /** Adds a component with what it is made of; true if it is made of others. */
    private static boolean add(Component from, List<Sbom.Component> to) throws UnreadableException {
        Limits.requireComponents(to.size());
        String name = Said.text(from.getName()).orElse("");
        String full = Said.text(from.getGroup())
                .filter(group -> !name.isEmpty())
                .map(group -> group + "/" + name)
                .orElse(name);
        to.add(new Sbom.Component(
                Objects.requireNonNullElse(from.getBomRef(), ""),
                Said.text(full),
                Said.text(from.getVersion()),
                supplier(from),
                identifiers(from)));
        for (Component part : list(from.getComponents())) {
            add(part, to);
        }
        return !list(from.getComponents()).isEmpty();
    }

    private static Optional<String> supplier(Component component) {
        return Stream.of(component.getSupplier(), component.getManufacturer())
                .flatMap(entity -> party(entity).stream())
                .findFirst()
                .or(() -> Said.party(component.getPublisher()));
    }

    private static Optional<String> party(@Nullable OrganizationalEntity entity) {
        return entity == null ? Optional.empty() : Said.text(entity.getName());
    }

    private static List<Identifier> identifiers(Component component) {
        List<Identifier> identifiers = new ArrayList<>();
        Optional.ofNullable(component.getPurl()).flatMap(Identifier::purl).ifPresent(identifiers::add);
        Optional.ofNullable(component.getCpe()).flatMap(Identifier::cpe).ifPresent(identifiers::add);
        Optional.ofNullable(component.getSwid())
                .flatMap(swid -> Optional.ofNullable(swid.getTagId()))
                .flatMap(Identifier::swid)
                .ifPresent(identifiers::add);
        list(component.getHashes()).stream()
                .filter(hash -> hash.getAlgorithm() != null && hash.getValue() != null)
                .flatMap(hash -> Identifier.hash(hash.getAlgorithm(), hash.getValue()).stream())
                .forEach(identifiers::add);
        return identifiers;
    }

    /** Persons named as authors, and from version 1.6 on the organisation that made the document. */
    private static List<String> authors(Metadata metadata) {
        return Stream.concat(
                        list(metadata.getAuthors()).stream().map(OrganizationalContact::getName),
                        Stream.ofNullable(metadata.getManufacturer()).map(OrganizationalEntity::getName))
                .flatMap(name -> Said.text(name).stream())
                .distinct()
                .toList();
    }

    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
