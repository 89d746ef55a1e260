package io.redoubt.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a pack or an edition of data is in force from a day on, until another one of its subject is. */
@Entity
@Table(name = "pack_publication")
class PackPublication {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Subject subject = Subject.RULES;

    @Column(name = "pack_id", nullable = false)
    String packId = "";

    @Column(nullable = false)
    String hash = "";

    @Column(name = "draft_id")
    @Nullable
    UUID draftId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    PublicationKind kind = PublicationKind.FIRST;

    @Column(name = "effective_from", nullable = false)
    LocalDate effectiveFrom = LocalDate.EPOCH;

    @Column(name = "published_by", nullable = false)
    String publishedBy = "";

    @Column(name = "published_at", nullable = false)
    Instant publishedAt = Instant.EPOCH;

    @Column(name = "ends_at")
    @Nullable
    Instant endsAt;

    @Column(name = "ratified_by")
    @Nullable
    String ratifiedBy;

    @Column(name = "ratified_at")
    @Nullable
    Instant ratifiedAt;
}
