package io.redoubt.assessment;

import io.redoubt.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Where an assessment stands in a supplier's history: by the instant of rating, and by id where two share one. */
record HistoryPlace(Instant ratedAt, UUID id) {
    /** Before every assessment there will be. */
    private static final HistoryPlace NEWEST = new HistoryPlace(Instant.parse("9999-12-31T00:00:00Z"), new UUID(0, 0));

    /** The place that a page ended at; the newest for the first page. */
    static HistoryPlace read(String cursor) {
        if (cursor.isEmpty()) {
            return NEWEST;
        }
        String[] parts = cursor.split(" ", 2);
        try {
            HistoryPlace place = new HistoryPlace(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
            if (place.ratedAt.isBefore(Instant.EPOCH) || place.ratedAt.isAfter(NEWEST.ratedAt)) {
                throw new IllegalArgumentException("No assessment was made then.");
            }
            return place;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ProblemType.MALFORMED.because("The cursor must be one that a page has answered.");
        }
    }

    /** As a cursor holds it. */
    String key() {
        return ratedAt + " " + id;
    }
}
