package io.redoubt.monitoring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A kept filter that turns signals into alerts. */
@Entity
@Table(name = "alert_rule")
class AlertRule {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(nullable = false)
    String name = "";

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    String filter = "{}";

    @Column(nullable = false)
    boolean active;

    @Version
    long version;

    @Column(name = "changed_by", nullable = false)
    String changedBy = "";

    @Column(name = "changed_at", nullable = false)
    Instant changedAt = Instant.EPOCH;

    AlertFilter filter() {
        return AlertFilter.read(filter);
    }
}
