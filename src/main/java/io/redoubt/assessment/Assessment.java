package io.redoubt.assessment;

import io.redoubt.policy.Subject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One dated act of rating. Never changed: a new act makes a new assessment. */
@Entity
@Table(name = "assessment")
class Assessment {
    @Id
    UUID id = new UUID(0, 0);

    /** Kept with the latest one of a supplier only. */
    @Transient
    LocalDate standsUntil = LocalDate.EPOCH;

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

    /** Of the country factors; as of the lists below, empty where it was made before that was kept. */
    @Column(name = "factors_hash")
    @Nullable
    String factorsHash;

    @Column(name = "exploited_hash")
    @Nullable
    String exploitedHash;

    @Column(name = "owners_hash")
    @Nullable
    String ownersHash;

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

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Occasion occasion = Occasion.ASKED;

    /** What it was made with, as far as that is known. */
    SortedMap<Subject, String> madeWith() {
        SortedMap<Subject, String> hashes = new TreeMap<>(Map.of(Subject.RULES, packHash));
        Optional.ofNullable(factorsHash).ifPresent(hash -> hashes.put(Subject.FACTORS, hash));
        Optional.ofNullable(exploitedHash).ifPresent(hash -> hashes.put(Subject.EXPLOITED, hash));
        Optional.ofNullable(ownersHash).ifPresent(hash -> hashes.put(Subject.OWNERS, hash));
        return hashes;
    }
}
