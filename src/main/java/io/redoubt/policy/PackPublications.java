package io.redoubt.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What was put in force, and for when. */
@ApplicationScoped
class PackPublications implements PanacheRepository<PackPublication> {
    private static final String NOT_ENDED = "(endsAt is null or ratifiedBy is not null or endsAt > ?2)";

    /** The publication in force at an instant: of those that have begun and not ended the latest. */
    Optional<PackPublication> inForce(Instant now) {
        return find("effectiveFrom <= ?1 and " + NOT_ENDED + " order by effectiveFrom desc, id desc", day(now), now)
                .firstResultOptional();
    }

    /** Those that will begin, the next one first. */
    List<PackPublication> scheduled(Instant now) {
        return list("effectiveFrom > ?1 and " + NOT_ENDED + " order by effectiveFrom, id", day(now), now);
    }

    /** Lets nobody else publish until this transaction ends. */
    void lock() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('pack_publication', 0))")
                .getSingleResult();
    }

    static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
