package io.redoubt.supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Suppliers of whom something was recorded that no rating has seen. Noted in the transaction of the change, so that none
 * is forgotten, and taken in that of the rating, so that none is lost.
 */
@ApplicationScoped
public class PendingRatings {
    /** How long one that can't be rated waits, at most. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final EntityManager entities;
    private final Clock clock;

    PendingRatings(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    void note(String supplier) {
        entities.createNativeQuery("insert into pending_rating (supplier_id, not_before) values (:supplier, :now)")
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("supplier", supplier)
                .setParameter("now", now())
                .executeUpdate();
    }

    /** Takes the next ones off the list, each once, in the transaction that rates them. */
    public List<String> take(int limit) {
        List<?> taken = entities.createNativeQuery(
                        "with taken as (delete from pending_rating where id in (select id from"
                                + " pending_rating where not_before <= :now order by id limit :limit for update skip locked)"
                                + " returning supplier_id) select distinct supplier_id from taken order by supplier_id")
                .setParameter("now", now())
                .setParameter("limit", limit)
                .getResultList();
        return taken.stream().map(String::valueOf).toList();
    }

    /** Lets the first one wait, because it can't be rated: each time twice as long, so that it holds up no other. */
    public void postponeFirst() {
        entities.createNativeQuery(
                        "update pending_rating set tries = tries + 1, not_before = cast(:now as timestamptz) +"
                                + " least(power(2, tries), :longest) * interval '1 second' where id = (select id from pending_rating"
                                + " where not_before <= :now order by id limit 1)")
                .setParameter("now", now())
                .setParameter("longest", LONGEST.toSeconds())
                .executeUpdate();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
