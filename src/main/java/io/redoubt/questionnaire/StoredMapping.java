package io.redoubt.questionnaire;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A saved way of reading somebody else's sheet. */
@Entity
@Table(name = "sheet_mapping")
class StoredMapping {
    @Id
    UUID id = new UUID(0, 0);

    @Column(nullable = false)
    String title = "";

    @Column(name = "template_id", nullable = false, updatable = false)
    String templateId = "";

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    String body = "{}";

    @Version
    long version;

    @Column(name = "created_by", nullable = false, updatable = false)
    String createdBy = "";

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt = Instant.EPOCH;
}
