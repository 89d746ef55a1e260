package io.redoubt.firmware.sbom;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads a bill of materials: SPDX 2.2 and 2.3 as JSON, YAML, XML, RDF/XML and tag-value, SPDX 3.0 as JSON-LD, CycloneDX
 * 1.2 to 1.6 as JSON and XML. What it is is told by its content and never by its name.
 */
public final class SbomReader {
    private SbomReader() {}

    /** @throws UnreadableException with what is wrong, in words for its sender */
    public static Sbom read(byte[] content) throws UnreadableException {
        String text = Limits.text(content);
        String start = text.stripLeading();
        Sbom sbom = start.startsWith("{") || start.startsWith("[")
                ? json(text)
                : start.startsWith("<") ? xml(text) : plain(text);
        Limits.requireComponents(sbom.components().size());
        return sbom;
    }

    private static Sbom json(String text) throws UnreadableException {
        Map<String, String> fields = GuardedJson.outermost(text);
        if (fields.getOrDefault("bomFormat", "").equals("CycloneDX")) {
            return CycloneDx.json(text);
        }
        if (fields.containsKey("@context") && fields.containsKey("@graph")) {
            return Spdx3.read(bytes(text), fields.getOrDefault("@context", ""));
        }
        if (fields.containsKey("spdxVersion") || fields.containsKey("Document")) {
            return Spdx2.read(GuardedJson.json(text));
        }
        throw unknown();
    }

    private static Sbom xml(String text) throws UnreadableException {
        GuardedXml root = GuardedXml.check(bytes(text));
        if (root.name().equals("bom") && root.namespace().startsWith("http://cyclonedx.org/schema/bom/")) {
            return CycloneDx.xml(text, root.timestamp());
        }
        if (root.name().equals("RDF")) {
            return Spdx2.read(SpdxRdf.tree(text));
        }
        if (root.name().equals("Document") || root.name().equals("SpdxDocument")) {
            return Spdx2.read(SpdxXml.tree(text));
        }
        throw unknown();
    }

    private static Sbom plain(String text) throws UnreadableException {
        if (text.lines().limit(200).anyMatch(line -> line.startsWith("SPDXVersion:"))) {
            Limits.requireComponents((int)
                    text.lines().filter(line -> line.startsWith("PackageName:")).count());
            return Spdx2.tagValue(bytes(text));
        }
        if (text.lines().anyMatch(line -> line.startsWith("spdxVersion:") || line.startsWith("Document:"))) {
            return Spdx2.read(GuardedJson.yaml(text));
        }
        throw unknown();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static UnreadableException unknown() {
        return new UnreadableException(
                "The file must be a bill of materials: SPDX 2.2, 2.3 or 3.0, or CycloneDX 1.2 to 1.6."
                        + "\nMaybe its outermost fields are misspelt.");
    }
}
