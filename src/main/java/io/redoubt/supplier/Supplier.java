package io.redoubt.supplier;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A legal entity. What is known about it are its {@link Fact}s; every change of one raises the version. */
@Entity
@Table(name = "supplier")
class Supplier {
    @Id
    String id = "";

    @Column(nullable = false)
    String name = "";

    @Version
    long version;

    @Column(name = "created_at", nullable = false)
    Instant createdAt = Instant.EPOCH;

    @Column(name = "created_by", nullable = false)
    String createdBy = "";
}
