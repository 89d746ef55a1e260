package io.redoubt.supplier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One fact, with the day since when it is true and the instants at which we learnt it and learnt better. */
@Entity
@Table(name = "fact")
class Fact {
    @Id
    long id;

    @Column(name = "supplier_id", nullable = false, updatable = false)
    String supplierId = "";

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    FactKind kind = FactKind.SITES;

    @Column(name = "fact_key", nullable = false, updatable = false)
    String key = "";

    @Column(name = "valid_from", nullable = false, updatable = false)
    LocalDate validFrom = FactKind.ALWAYS;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false, updatable = false)
    String body = "{}";

    @Column(name = "recorded_at", nullable = false, updatable = false)
    Instant recordedAt = Instant.EPOCH;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    String recordedBy = "";

    @Column(name = "superseded_at")
    @Nullable
    Instant supersededAt;

    @Column(name = "superseded_by")
    @Nullable
    String supersededBy;

    /** We know better now; the row stays as what we knew. */
    void supersede(String actor, Instant at) {
        supersededAt = at.isBefore(recordedAt) ? recordedAt : at;
        supersededBy = actor;
    }
}
