package io.redoubt.firmware.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.TreeMap;

/** The binaries of a release with their hashes: {@code {"binaries": [{"name": …, "sha256": …}]}}. */
public final class Binaries {
    private static final int MOST = 10_000;

    private Binaries() {}

    /** SHA-256 by name. */
    public static SortedMap<String, String> read(byte[] content) throws UnreadableException {
        JsonNode listed = GuardedJson.json(Limits.text(content)).path("binaries");
        if (!listed.isArray() || listed.isEmpty() || listed.size() > MOST) {
            throw new UnreadableException("The binaries must be a list of 1 to " + MOST + ".");
        }
        SortedMap<String, String> hashes = new TreeMap<>();
        for (JsonNode one : listed) {
            String name = Said.text(one.path("name").asText()).orElse("");
            String sha256 = one.path("sha256").asText();
            if (name.isEmpty() || !sha256.matches("[0-9a-f]{64}")) {
                throw new UnreadableException(
                        "Every binary must have a name and a sha256 of 64 hexadecimal digits in lower case.");
            }
            if (hashes.put(name, sha256) != null) {
                throw new UnreadableException("The binary (" + name + ") must be listed once.");
            }
        }
        return hashes;
    }
}
