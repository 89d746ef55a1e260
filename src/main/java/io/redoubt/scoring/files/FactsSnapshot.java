package io.redoubt.scoring.files;

import com.fasterxml.jackson.databind.JsonNode;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The facts of one rating as they are stored: canonical JSON (RFC 8785) with decimals as text, named by its SHA-256, so
 * that equal facts are stored once and a replay reads exactly what was rated.
 *
 * @param hash lower-case hexadecimal
 */
public record FactsSnapshot(String hash, String json) {
    public static FactsSnapshot of(SupplierFacts facts) {
        try {
            byte[] canonical =
                    new JsonCanonicalizer(SupplierFactsJson.snapshot(facts).toString()).getEncodedUTF8();
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
            return new FactsSnapshot(hash, new String(canonical, StandardCharsets.UTF_8));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("The facts of " + facts.id() + " must have a canonical form.", e);
        }
    }

    /**
     * Reads stored facts.
     *
     * @throws FactsException if the catalogue no longer knows what they name
     */
    public static SupplierFacts read(JsonNode snapshot, SupplierFactsReader reader) throws FactsException {
        SortedMap<String, SortedMap<String, Reading>> countries = new TreeMap<>();
        for (Map.Entry<String, JsonNode> country :
                snapshot.path("jurisdictions").properties()) {
            SortedMap<String, Reading> readings = new TreeMap<>();
            country.getValue().properties().forEach(f -> readings.put(f.getKey(), reading(f.getValue())));
            countries.put(country.getKey(), readings);
        }
        return reader.read(snapshot.path("supplier")).withJurisdictions(countries);
    }

    private static Reading reading(JsonNode node) {
        return new Reading(
                FactState.valueOf(node.path("state").asText()),
                Long.parseLong(node.path("low").asText()),
                Long.parseLong(node.path("high").asText()));
    }
}
