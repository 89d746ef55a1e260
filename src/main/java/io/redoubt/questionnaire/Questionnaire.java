package io.redoubt.questionnaire;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A form that a supplier, or one of its sites, is to answer by a day. What it asks never changes; every change of a response
 * raises its version.
 */
@Entity
@Table(name = "questionnaire")
class Questionnaire {
    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "supplier_id", nullable = false, updatable = false)
    String supplierId = "";

    @Column(name = "site_id", updatable = false)
    @Nullable
    String siteId;

    @Column(name = "engagement_id", updatable = false)
    @Nullable
    String engagementId;

    @Column(name = "template_id", nullable = false, updatable = false)
    String templateId = "";

    @Column(name = "template_version", nullable = false, updatable = false)
    String templateVersion = "";

    @Column(name = "template_hash", nullable = false, updatable = false)
    String templateHash = "";

    @Column(nullable = false, updatable = false)
    String tier = "";

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false, updatable = false)
    String form = "{}";

    @Column(name = "due_on", nullable = false)
    LocalDate dueOn = LocalDate.EPOCH;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    State state = State.OPEN;

    @Version
    long version;

    @Column(name = "created_by", nullable = false, updatable = false)
    String createdBy = "";

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt = Instant.EPOCH;

    @Column(name = "submitted_by")
    @Nullable
    String submittedBy;

    @Column(name = "submitted_at")
    @Nullable
    Instant submittedAt;

    /** Why it was opened again or withdrawn. */
    @Nullable
    String note;
}
