package io.redoubt.portfolio;

import io.redoubt.assessment.Occasion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Long work with its progress, which survives a restart. */
@Entity
@Table(name = "job")
class Job {
    /** Where a job is in its life. */
    enum State {
        QUEUED,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED;

        boolean isOver() {
            return this != QUEUED && this != RUNNING;
        }
    }

    @Id
    UUID id = new UUID(0, 0);

    @Column(nullable = false)
    String kind = "";

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    State state = State.QUEUED;

    /** Why it rates. */
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Occasion occasion = Occasion.ASKED;

    @Column(name = "as_of", nullable = false)
    LocalDate asOf = LocalDate.EPOCH;

    @Column(nullable = false)
    long total;

    @Column(nullable = false)
    long done;

    /** Suppliers whom neither time nor a change touched; null before they were looked for, and where all are rated. */
    @Nullable
    Long untouched;

    /** Suppliers whose facts could not be read, and who were left out; the log names them. */
    @Column(nullable = false)
    long unrateable;

    /** Id of the last supplier done: where the work goes on. */
    @Column(nullable = false)
    String position = "";

    @Column(name = "cancel_requested", nullable = false)
    boolean cancelRequested;

    @Nullable
    String problem;

    /** {@link io.redoubt.scoring.BandChanges} of the suppliers done so far, as JSON. */
    @Column(name = "band_changes")
    @Nullable
    String bandChanges;

    /** Hashes by subject of what it rates under, as JSON; set with the first supplier, so that the last one gets the same. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String methodology;

    @Column(name = "requested_by", nullable = false)
    String requestedBy = "";

    @Column(name = "created_at", nullable = false)
    Instant createdAt = Instant.EPOCH;

    @Column(name = "finished_at")
    @Nullable
    Instant finishedAt;

    /** Notes that a chunk is done. */
    void advance(List<String> chunk) {
        position = chunk.get(chunk.size() - 1);
        done += chunk.size();
        total = Math.max(total, done);
    }
}
