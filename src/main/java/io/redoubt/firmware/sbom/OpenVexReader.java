package io.redoubt.firmware.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import io.redoubt.files.Problems;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads statements about vulnerabilities: OpenVEX, or the section of vulnerabilities of a CycloneDX document. Of OpenVEX
 * only the five justifications of its specification count as one; words alone justify nothing.
 */
public final class OpenVexReader {
    private static final int MOST_STATEMENTS = Limits.STATEMENTS;
    private static final Map<String, VexStatement.Status> STATES = Map.of(
            "not_affected", VexStatement.Status.NOT_AFFECTED,
            "affected", VexStatement.Status.AFFECTED,
            "fixed", VexStatement.Status.FIXED,
            "under_investigation", VexStatement.Status.UNDER_INVESTIGATION);
    private static final List<String> JUSTIFICATIONS = List.of(
            "component_not_present",
            "vulnerable_code_not_present",
            "vulnerable_code_not_in_execute_path",
            "vulnerable_code_cannot_be_controlled_by_adversary",
            "inline_mitigations_already_exist");

    private OpenVexReader() {}

    /**
     * A document.
     *
     * @param id what it calls itself; a later document of that id takes its place
     */
    public record Document(String format, String id, String author, List<VexStatement> statements) {
        public Document {
            statements = List.copyOf(statements);
        }
    }

    /** @throws UnreadableException with what is wrong, in words for its sender */
    public static Document read(byte[] content) throws UnreadableException {
        String text = Limits.text(content);
        if (!text.stripLeading().startsWith("{")) {
            return ofCycloneDx(content);
        }
        JsonNode root = GuardedJson.json(text);
        if (root.path("bomFormat").asText().equals("CycloneDX")) {
            return ofCycloneDx(content);
        }
        if (!root.path("@context").asText().startsWith("https://openvex.dev/ns")) {
            throw new UnreadableException(
                    "The file must be OpenVEX (@context https://openvex.dev/ns/v0.2.0) or CycloneDX.");
        }
        JsonNode listed = root.path("statements");
        if (!listed.isArray() || listed.isEmpty() || listed.size() > MOST_STATEMENTS) {
            throw new UnreadableException("The statements must be a list of 1 to " + MOST_STATEMENTS + ".");
        }
        List<VexStatement> statements = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            statements.add(statement(listed.get(i), "/statements/" + i, day(root)));
        }
        return new Document(
                "OpenVEX",
                Said.text(root.path("@id").asText()).orElse(""),
                Said.text(root.path("author").asText()).orElse(""),
                statements);
    }

    private static Document ofCycloneDx(byte[] content) throws UnreadableException {
        Sbom sbom = SbomReader.read(content);
        if (!sbom.format().startsWith("CycloneDX") || sbom.statements().isEmpty()) {
            throw new UnreadableException("The document must say something of vulnerabilities.");
        }
        return new Document(sbom.format(), "", String.join(", ", sbom.authors()), sbom.statements());
    }

    private static VexStatement statement(JsonNode from, String pointer, Optional<LocalDate> ofDocument)
            throws UnreadableException {
        JsonNode named = from.path("vulnerability");
        List<String> names = new ArrayList<>();
        Stream.of(named.isTextual() ? named : named.path("name"), named.path("@id"))
                .filter(JsonNode::isTextual)
                .forEach(name -> names.add(name.asText()));
        named.path("aliases").forEach(alias -> names.add(alias.asText()));
        String vulnerability = CveIds.preferred(names);
        VexStatement.Status status = STATES.get(from.path("status").asText());
        if (!from.path("products").isArray() && !from.path("products").isMissingNode()) {
            throw new UnreadableException("The products (" + pointer + ") must be a list.");
        }
        if (vulnerability.isEmpty()) {
            throw new UnreadableException("The vulnerability (" + pointer + ") must have a name.");
        }
        if (vulnerability.length() > CveIds.LONGEST) {
            throw new UnreadableException("The name of the vulnerability (" + pointer + ") must have at most "
                    + CveIds.LONGEST + " characters.");
        }
        if (status == null) {
            throw new UnreadableException(
                    "The status (" + Problems.shown(from.path("status").asText()) + ", " + pointer
                            + ") must be one of: affected, fixed, not_affected, under_investigation.");
        }
        return new VexStatement(
                vulnerability,
                status,
                Optional.empty(),
                justification(from, pointer),
                products(from.path("products")),
                parts(from.path("products")),
                day(from).or(() -> ofDocument),
                Optional.empty());
    }

    private static Optional<String> justification(JsonNode from, String pointer) throws UnreadableException {
        Optional<String> said = Said.text(from.path("justification").asText());
        if (said.isPresent() && !JUSTIFICATIONS.contains(said.get())) {
            throw new UnreadableException("The justification (" + Problems.shown(said.get()) + ", " + pointer
                    + ") must be one of: " + String.join(", ", JUSTIFICATIONS) + ".");
        }
        return said;
    }

    private static List<String> products(JsonNode products) {
        List<String> named = new ArrayList<>();
        products.forEach(product -> name(product).ifPresent(named::add));
        return named;
    }

    private static List<String> parts(JsonNode products) {
        List<String> named = new ArrayList<>();
        products.forEach(product ->
                product.path("subcomponents").forEach(part -> name(part).ifPresent(named::add)));
        return named;
    }

    private static Optional<String> name(JsonNode thing) {
        return Said.text(thing.isTextual() ? thing.asText() : thing.path("@id").asText());
    }

    private static Optional<LocalDate> day(JsonNode node) {
        return Said.instant(node.path("timestamp").asText()).map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
    }
}
