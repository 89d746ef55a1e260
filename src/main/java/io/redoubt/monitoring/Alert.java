package io.redoubt.monitoring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That somebody must look at something. Written by {@link RaiseAlerts}, and acknowledged once. */
@Entity
@Table(name = "alert")
class Alert {
    @Id
    long id;

    @Column(name = "rule_id", nullable = false, updatable = false)
    long ruleId;

    @Column(name = "supplier_id", updatable = false)
    @Nullable
    String supplierId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    Signal.Kind kind = Signal.Kind.OWNER_CHANGE;

    @Column(nullable = false, updatable = false)
    String subject = "";

    @Column(nullable = false)
    String told = "";

    @Column(name = "first_at", nullable = false, updatable = false)
    Instant firstAt = Instant.EPOCH;

    @Column(name = "last_at", nullable = false)
    Instant lastAt = Instant.EPOCH;

    /** How often it was signalled since it was raised. */
    @Column(nullable = false)
    int times;

    @Column(name = "acknowledged_by")
    @Nullable
    String acknowledgedBy;

    @Column(name = "acknowledged_at")
    @Nullable
    Instant acknowledgedAt;

    /** What whoever acknowledged it means to do, or why nothing. */
    @Nullable
    String remark;
}
