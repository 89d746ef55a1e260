package io.redoubt.firmware.sbom;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How far a production build is from the reference build (F-11): the share of bytes that differ, or of files where only
 * files were compared. A file that could not be compared counts as one that differs, for nobody knows better.
 *
 * @param unit {@code bytes} or {@code files}
 * @param differing how many of them differ, or could not be compared
 * @param compared of how many
 */
public record BuildIntegrity(String unit, long differing, long compared) {
    private static final long HUNDRED_PERCENT = 100_000_000L;
    private static final long MOST = 1L << 36;

    /**
     * Reads {@code {"bytesCompared": …, "bytesDiffering": …}}, or the report of byte-integrity with {@code checked},
     * {@code byte_verified} and the lists {@code verified}, {@code modified}, {@code skipped} and {@code errored}.
     */
    public static BuildIntegrity read(byte[] content) throws UnreadableException {
        JsonNode root = GuardedJson.json(Limits.text(content));
        if (root.has("bytesCompared")) {
            return checked("bytes", count(root, "bytesDiffering"), count(root, "bytesCompared"));
        }
        long verified = count(root, "byte_verified");
        long unproven =
                (long) root.path("skipped").size() + root.path("errored").size();
        long modified = root.path("modified").size();
        boolean agrees = root.path("verified").size() == verified
                && count(root, "checked") == verified + modified
                && root.path("clean").asBoolean()
                        == (modified + root.path("errored").size() == 0);
        if (!agrees) {
            throw new UnreadableException(
                    "The counts (checked, byte_verified, clean) must agree with the lists of files"
                            + " (verified, modified, skipped, errored).");
        }
        return checked("files", modified + unproven, verified + modified + unproven);
    }

    private static BuildIntegrity checked(String unit, long differing, long compared) throws UnreadableException {
        if (compared == 0 || differing > compared) {
            throw new UnreadableException("Something must have been compared, and no more of it can differ.");
        }
        return new BuildIntegrity(unit, differing, compared);
    }

    private static long count(JsonNode root, String field) throws UnreadableException {
        JsonNode count = root.path(field);
        if (!count.isIntegralNumber() || !count.canConvertToLong() || count.asLong() < 0 || count.asLong() > MOST) {
            throw new UnreadableException("The " + field + " must be a whole number from 0 to " + MOST + ".");
        }
        return count.asLong();
    }

    /** Percent in millionths, rounded up: what differs is never nothing. */
    public long deviation() {
        return (Math.multiplyExact(differing, HUNDRED_PERCENT) + compared - 1) / compared;
    }
}
