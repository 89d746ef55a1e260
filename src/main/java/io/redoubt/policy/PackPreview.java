package io.redoubt.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A preview of a draft: what was compared, and what it came to. */
@Entity
@Table(name = "pack_preview")
class PackPreview {
    /** That of the job which makes it. */
    @Id
    @Column(name = "job_id")
    UUID id = new UUID(0, 0);

    @Column(name = "draft_id", nullable = false, updatable = false)
    UUID draftId = new UUID(0, 0);

    @Column(name = "asked_as_of", updatable = false)
    @Nullable
    LocalDate askedAsOf;

    /** Of the draft as it was when its suppliers were rated. */
    @Column(name = "draft_version")
    @Nullable
    Long draftVersion;

    /** SHA-256 of the draft's texts then: who approves them changes its version and nothing of what was rated. */
    @Column(name = "draft_texts")
    @Nullable
    String draftTexts;

    /** Which try is at work; one that finds another here was taken for dead. */
    @Nullable
    UUID attempt;

    /** Hashes of everything that was in force then, by subject, as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String base;

    /** {@link PreviewWorker.Started} as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String started;

    /** {@link PreviewSummary} as JSON, once all suppliers are done. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String summary;
}
