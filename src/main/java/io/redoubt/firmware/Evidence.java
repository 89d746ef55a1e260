package io.redoubt.firmware;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One upload. Its bytes stay where they are until somebody asks for them. */
@Entity
@Table(name = "firmware_evidence")
class Evidence {
    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "supplier_id", nullable = false, updatable = false)
    String supplierId = "";

    @Column(name = "release_id", nullable = false, updatable = false)
    String releaseId = "";

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    EvidenceKind kind = EvidenceKind.SBOM;

    @Column(nullable = false, updatable = false)
    String part = "";

    @Column(nullable = false, updatable = false)
    String sha256 = "";

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false, updatable = false)
    String found = "{}";

    @Column(name = "recorded_by", nullable = false, updatable = false)
    String recordedBy = "";

    @Column(name = "recorded_at", nullable = false, updatable = false)
    Instant recordedAt = Instant.EPOCH;

    @Column(name = "superseded_by")
    @Nullable
    String supersededBy;

    @Column(name = "superseded_at")
    @Nullable
    Instant supersededAt;
}
