package io.redoubt.assessment;

import io.redoubt.web.Cursor;
import io.redoubt.web.PageKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an assessment stands in a supplier's history: by the instant of rating, and by id where two share one. */
record HistoryPlace(Instant ratedAt, UUID id) {
    /** Before every assessment there will be. */
    private static final HistoryPlace NEWEST = new HistoryPlace(Instant.parse("9999-12-31T00:00:00Z"), new UUID(0, 0));

    /** The place that a page ended at; the newest for the first page. */
    static HistoryPlace read(@Nullable String cursor) {
        return Cursor.read(cursor).isEmpty()
                ? NEWEST
                : PageKey.place(
                        cursor, parts -> new HistoryPlace(PageKey.instant(parts[0]), UUID.fromString(parts[1])));
    }

    /** As a cursor holds it. */
    String key() {
        return ratedAt + " " + id;
    }
}
