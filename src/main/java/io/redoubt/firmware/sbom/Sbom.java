package io.redoubt.firmware.sbom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A bill of materials, whatever form it came in.
 *
 * @param format such as {@code SPDX 2.3}
 * @param authors persons and organisations that made it; tools are none
 * @param created when its data were put together
 * @param components everything it lists, with the product itself where it is described
 * @param dependenciesStated whether it says which component is part of, or needed by, which
 * @param statements what it says of vulnerabilities
 */
public record Sbom(
        String format,
        List<String> authors,
        Optional<Instant> created,
        List<Component> components,
        boolean dependenciesStated,
        List<VexStatement> statements) {
    public Sbom {
        authors = List.copyOf(authors);
        components = List.copyOf(components);
        statements = List.copyOf(statements);
    }

    /**
     * One component. A text that says nothing ({@code NOASSERTION}, {@code NONE}, blank) is absent.
     *
     * @param ref its id within the document, which says nothing elsewhere
     * @param name with its group in front where it has one
     */
    public record Component(
            String ref,
            Optional<String> name,
            Optional<String> version,
            Optional<String> supplier,
            List<Identifier> identifiers) {
        public Component {
            identifiers = List.copyOf(identifiers);
        }

        /** Its first identifier of a kind. */
        public Optional<String> identifier(Identifier.Kind kind) {
            return identifiers.stream()
                    .filter(one -> one.kind() == kind)
                    .map(Identifier::value)
                    .findFirst();
        }

        /** What a reader can find it by: its name, or else its id in the document. */
        public String label() {
            return name.orElse(ref) + version.map(v -> " " + v).orElse("");
        }
    }
}
