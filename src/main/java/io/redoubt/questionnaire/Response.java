package io.redoubt.questionnaire;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to one question, and what a reviewer said of it. Its first version is 1: who answers first names
 * version 0. What it was before, the database keeps.
 */
@Entity
@Table(name = "questionnaire_response")
class Response {
    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "questionnaire_id", nullable = false, updatable = false)
    UUID questionnaireId = new UUID(0, 0);

    @Column(nullable = false, updatable = false)
    String question = "";

    @Version
    long version = 1;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    String body = "{}";

    @Column(name = "answered_by", nullable = false)
    String answeredBy = "";

    @Column(name = "answered_at", nullable = false)
    Instant answeredAt = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Review review = Review.PENDING;

    @Nullable
    String verification;

    /** Why it was returned. */
    @Nullable
    String note;

    @Column(name = "reviewed_by")
    @Nullable
    String reviewedBy;

    @Column(name = "reviewed_at")
    @Nullable
    Instant reviewedAt;

    /** Takes back what was said of it. */
    void unreview(Review next) {
        review = next;
        verification = null;
        note = null;
        reviewedBy = null;
        reviewedAt = null;
    }

    void reviewed(Review said, String reviewer, Instant at) {
        review = said;
        reviewedBy = reviewer;
        reviewedAt = at;
    }
}
