package io.redoubt.dispute;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dispute about one assessment, from the day it is opened to its decision. */
@Entity
@Table(name = "dispute")
class Dispute {
    /** Calendar days in which somebody says that it was received. */
    static final int ACKNOWLEDGED_WITHIN = 5;

    /** Calendar days in which somebody else decides it. */
    static final int DECIDED_WITHIN = 30;

    /** How it ended: the supplier was right, it was not, or it let it be. */
    enum Decision {
        UPHELD,
        REJECTED,
        WITHDRAWN
    }

    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "supplier_id", nullable = false, updatable = false)
    String supplierId = "";

    @Column(name = "assessment_id", nullable = false, updatable = false)
    UUID assessmentId = new UUID(0, 0);

    @Column(nullable = false, updatable = false)
    String subject = "";

    @Column(name = "opened_by", nullable = false, updatable = false)
    String openedBy = "";

    @Column(name = "opened_at", nullable = false, updatable = false)
    Instant openedAt = Instant.EPOCH;

    @Column(name = "acknowledged_by")
    @Nullable
    String acknowledgedBy;

    @Column(name = "acknowledged_at")
    @Nullable
    Instant acknowledgedAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    Decision decision;

    @Nullable
    String reason;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Version
    long version;

    LocalDate openedOn() {
        return LocalDate.ofInstant(openedAt, ZoneOffset.UTC);
    }

    /** Whether a deadline has passed without what it is for. */
    boolean isOverdue(LocalDate today) {
        boolean late = acknowledgedAt == null && today.isAfter(openedOn().plusDays(ACKNOWLEDGED_WITHIN));
        return decision == null && (late || today.isAfter(openedOn().plusDays(DECIDED_WITHIN)));
    }
}
