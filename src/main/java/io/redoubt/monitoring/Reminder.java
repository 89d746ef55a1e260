package io.redoubt.monitoring;

import io.redoubt.scoring.Deadline;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** That something ends soon. Closed when somebody has seen to it, or when it no longer ends on that day. */
@Entity
@Table(name = "reminder")
class Reminder {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "supplier_id", nullable = false, updatable = false)
    String supplierId = "";

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    Deadline.Kind kind = Deadline.Kind.ANSWER;

    @Column(name = "fact_key", nullable = false, updatable = false)
    String key = "";

    @Column(nullable = false, updatable = false)
    String what = "";

    @Column(updatable = false)
    @Nullable
    String site;

    @Column(name = "ends_on", nullable = false, updatable = false)
    LocalDate endsOn = LocalDate.EPOCH;

    /** 30, 7 or 1: how many days ahead it was due to be told, at most. */
    @Column(name = "days_ahead", nullable = false, updatable = false)
    int daysAhead;

    @Column(name = "raised_at", nullable = false, updatable = false)
    Instant raisedAt = Instant.EPOCH;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Column(name = "closed_by")
    @Nullable
    String closedBy;

    /** Whether it is of this end. */
    boolean isOf(Deadline deadline) {
        return kind == deadline.kind() && key.equals(deadline.key()) && endsOn.equals(deadline.lastDay());
    }

    void close(String person, Instant at) {
        closedBy = person;
        closedAt = at;
    }
}
