package io.redoubt.policy;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a pack or data is in force from a day on, as the API answers it.
 *
 * @param title what the change was for; null where it was the first
 * @param submittedBy who answers for its text
 * @param endsAt when an emergency ends by itself; null where it was ratified, or is none
 * @param undoneOn day on which something replaces it that was published before it and so knows nothing of it
 */
record Published(
        long id,
        Subject subject,
        String hash,
        PublicationKind kind,
        LocalDate effectiveFrom,
        @Nullable String title,
        @Nullable String submittedBy,
        @Nullable String approvedBy,
        String publishedBy,
        Instant publishedAt,
        @Nullable Instant endsAt,
        @Nullable String ratifiedBy,
        @Nullable LocalDate undoneOn) {
    static Published of(PackPublication publication, Optional<Tuple> draft, Optional<LocalDate> undoneOn) {
        return new Published(
                Objects.requireNonNull(publication.id),
                publication.subject,
                publication.hash,
                publication.kind,
                publication.effectiveFrom,
                column(draft, "title"),
                column(draft, "submittedBy"),
                column(draft, "approvedBy"),
                publication.publishedBy,
                publication.publishedAt,
                publication.ratifiedBy == null ? publication.endsAt : null,
                publication.ratifiedBy,
                undoneOn.orElse(null));
    }

    private static @Nullable String column(Optional<Tuple> draft, String name) {
        return draft.map(row -> row.get(name, String.class)).orElse(null);
    }
}
