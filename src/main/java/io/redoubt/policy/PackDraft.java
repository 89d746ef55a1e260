package io.redoubt.policy;

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
 * A version of a rule pack, or an edition of data, in the making. It is edited as a DRAFT alone; what was submitted keeps its hash until it is
 * published, and an edit makes it a draft again and voids the approval. The database refuses the rest.
 */
@Entity
@Table(name = "pack_draft")
class PackDraft {
    @Id
    UUID id = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    Subject subject = Subject.RULES;

    @Column(nullable = false)
    String title = "";

    @Column(name = "base_hash", nullable = false)
    String baseHash = "";

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    String files = "{}";

    /** SHA-256 of what the texts say, by which a copy is known. */
    @Nullable
    String content;

    @Version
    long version;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    DraftState state = DraftState.DRAFT;

    @Nullable
    String hash;

    /** Whether it brings back a pack that was in force before. */
    @Column(nullable = false)
    boolean restores;

    @Column(name = "created_by", nullable = false)
    String createdBy = "";

    @Column(name = "created_at", nullable = false)
    Instant createdAt = Instant.EPOCH;

    @Column(name = "submitted_by")
    @Nullable
    String submittedBy;

    @Column(name = "submitted_at")
    @Nullable
    Instant submittedAt;

    @Column(name = "approved_by")
    @Nullable
    String approvedBy;

    @Column(name = "approved_at")
    @Nullable
    Instant approvedAt;

    /** Why it was given back or ended; until it is submitted again. */
    @Column(name = "turned_down")
    @Nullable
    String turnedDown;

    /** Takes back what others said of the text that is about to change. */
    void reopen() {
        state = DraftState.DRAFT;
        hash = null;
        submittedBy = null;
        submittedAt = null;
        approvedBy = null;
        approvedAt = null;
    }
}
