package io.redoubt.firmware.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import org.json.JSONException;
import org.json.XML;
import org.json.XMLParserConfiguration;

/**
 * Turns the XML form of SPDX 2 into its JSON form, by the library that SPDX's own tools do it with, but as texts: they
 * take the version 1.10 for the number 1.1.
 */
final class SpdxXml {
    private SpdxXml() {}

    static JsonNode tree(String text) throws UnreadableException {
        try {
            XMLParserConfiguration asTexts = new XMLParserConfiguration()
                    .withKeepNumberAsString(true)
                    .withKeepBooleanAsString(true)
                    .withMaxNestingDepth(Limits.DEPTH);
            JsonNode root = GuardedJson.json(
                    XML.toJSONObject(new StringReader(text), asTexts).toString());
            return root.has("SpdxDocument") ? root.path("SpdxDocument") : root;
        } catch (JSONException e) {
            throw new UnreadableException("The SPDX document must be well-formed XML.");
        }
    }
}
