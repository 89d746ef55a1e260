package io.redoubt.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was put in force, and for when. */
@ApplicationScoped
class PackPublications implements PanacheRepository<PackPublication> {
    private static final String NOT_ENDED = "(endsAt is null or ratifiedBy is not null or endsAt > ?2)";

    /** Hash of what is in force of each subject at an instant. */
    SortedMap<Subject, String> inForce(Instant now) {
        return inForce(day(now), now);
    }

    /**
     * Hash of what is in force of each subject on a day, as far as is known at an instant: of the publications that have
     * begun and not ended the latest.
     */
    SortedMap<Subject, String> inForce(LocalDate day, Instant now) {
        SortedMap<Subject, String> hashes = new TreeMap<>();
        list("effectiveFrom <= ?1 and " + NOT_ENDED + " order by effectiveFrom, id", day, now)
                .forEach(publication -> hashes.put(publication.subject, publication.hash));
        return hashes;
    }

    /** The same of a day to come, if nothing more is published or ratified: an emergency ends by then. */
    SortedMap<Subject, String> expected(LocalDate day, Instant now) {
        Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return begin.isAfter(now) ? inForce(day, begin) : inForce(now);
    }

    /** Whether this was, is or will be in force. */
    boolean isPublished(Subject subject, String hash) {
        return count("subject = ?1 and hash = ?2", subject, hash) > 0;
    }

    /** Whether this is or was in force. */
    boolean wasInForce(Subject subject, String hash, Instant now) {
        return count("subject = ?1 and hash = ?2 and effectiveFrom <= ?3", subject, hash, day(now)) > 0;
    }

    /** Emergencies that nobody has ratified and that are not over. */
    List<PackPublication> running(Instant now) {
        return list("endsAt > ?1 and ratifiedBy is null", now);
    }

    /** The publication that the service began with. */
    Optional<PackPublication> first(Subject subject) {
        return find("subject = ?1 order by id", subject).firstResultOptional();
    }

    /** Those that will begin, the next one first. */
    List<PackPublication> scheduled(Instant now) {
        return list("effectiveFrom > ?1 and " + NOT_ENDED + " order by effectiveFrom, id", day(now), now);
    }

    /** A publication with the draft that it is of, and with what undoes it unawares. */
    Published shown(PackPublication publication) {
        Optional<Tuple> draft = getEntityManager()
                .createQuery(
                        "select title as title, submittedBy as submittedBy, approvedBy as approvedBy from PackDraft where"
                                + " id = :id",
                        Tuple.class)
                .setParameter("id", publication.draftId)
                .getResultStream()
                .findFirst();
        Optional<LocalDate> undone = find(
                        "subject = ?1 and id < ?2 and effectiveFrom > ?3 and kind <> ?4 and hash <> ?5 order by effectiveFrom",
                        publication.subject,
                        publication.id,
                        publication.effectiveFrom,
                        PublicationKind.EMERGENCY,
                        publication.hash)
                .firstResultOptional()
                .map(later -> later.effectiveFrom);
        return Published.of(publication, draft, undone);
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
