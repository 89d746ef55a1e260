package io.redoubt.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One dated act of rating. Never changed: a new act makes a new assessment. */
@Entity
@Table(name = "assessment")
class Assessment {
    @Id
    UUID id = new UUID(0, 0);

    @Column(name = "supplier_id", nullable = false)
    String supplierId = "";

    @Column(name = "as_of", nullable = false)
    LocalDate asOf = LocalDate.EPOCH;

    @Column(name = "rated_at", nullable = false)
    Instant ratedAt = Instant.EPOCH;

    @Column(name = "rated_by", nullable = false)
    String ratedBy = "";

    @Column(name = "pack_hash", nullable = false)
    String packHash = "";

    @Column(name = "facts_hash", nullable = false)
    String factsHash = "";

    @Column(nullable = false)
    String semantics = "";

    @Column(nullable = false)
    String badge = "";

    @Column(nullable = false)
    int worst;

    @Column(nullable = false)
    int best;

    @Column(name = "coverage_ppm", nullable = false)
    long coveragePpm;

    @Column(nullable = false)
    boolean disputed;

    @Column(nullable = false)
    String outcome = "";
}
