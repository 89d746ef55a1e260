package io.redoubt.firmware.sbom;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads JSON and YAML within limits before any library of a standard sees it. A key that stands twice is refused, since
 * readers differ in which one they take; so are anchors of YAML. Numbers keep their digits: 1.10 is not 1.1.
 */
final class GuardedJson {
    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(Limits.DEPTH)
            .maxStringLength(Limits.LONGEST_TEXT)
            .maxNumberLength(100)
            .maxNameLength(1_000)
            .build();
    private static final ObjectMapper JSON = mapper(JsonFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());
    private static final ObjectMapper YAML = mapper(YAMLFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .loaderOptions(GuardedYaml.options())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private GuardedJson() {}

    private static ObjectMapper mapper(JsonFactory factory) {
        return new ObjectMapper(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    }

    /** Looks through JSON to its end, and answers its outermost fields; of what is no text, an empty one. */
    static Map<String, String> outermost(String text) throws UnreadableException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = JSON.getFactory().createParser(text)) {
            int depth = 0;
            int tokens = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                Limits.requireTokens(++tokens);
                if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
                    Limits.requireStorable(parser.getText());
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 1 && token.isScalarValue() && parser.currentName() != null) {
                    fields.put(parser.currentName(), parser.getText());
                } else if (depth == 1 && token == JsonToken.FIELD_NAME) {
                    fields.put(parser.currentName(), "");
                }
            }
            return fields;
        } catch (IOException e) {
            throw malformed("JSON", e);
        }
    }

    static JsonNode json(String text) throws UnreadableException {
        return tree(JSON, "JSON", text);
    }

    static JsonNode yaml(String text) throws UnreadableException {
        GuardedYaml.check(text);
        return tree(YAML, "YAML", text);
    }

    static byte[] bytes(JsonNode tree) {
        try {
            return JSON.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree must be writable.", e);
        }
    }

    private static JsonNode tree(ObjectMapper mapper, String form, String text) throws UnreadableException {
        try {
            JsonNode tree = mapper.readTree(text);
            requireStorable(tree);
            return tree;
        } catch (IOException e) {
            throw malformed(form, e);
        }
    }

    private static void requireStorable(JsonNode node) throws UnreadableException {
        if (node.isTextual()) {
            Limits.requireStorable(node.textValue());
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Limits.requireStorable(field.getKey());
        }
        for (JsonNode part : node) {
            requireStorable(part);
        }
    }

    private static UnreadableException malformed(String form, IOException e) {
        String place = e instanceof JsonProcessingException found && found.getLocation() != null
                ? " at line " + found.getLocation().getLineNr() + ", column "
                        + found.getLocation().getColumnNr()
                : "";
        return new UnreadableException("The file must be well-formed " + form
                + ", with no key twice and nested at most " + Limits.DEPTH + " deep; it can't be read" + place + ".");
    }
}
