package io.redoubt.dispute;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.redoubt.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The kept disputes, and what was said in them. */
@ApplicationScoped
class Disputes implements PanacheRepositoryBase<Dispute, UUID> {
    /** Where a page ended. */
    record Place(Instant openedAt, UUID id) {}

    /** Open ones, the oldest first. */
    List<Dispute> open(Place after, int limit) {
        return find(
                        "decision is null and (openedAt > ?1 or openedAt = ?1 and id > ?2) order by openedAt, id",
                        after.openedAt(),
                        after.id())
                .page(0, limit)
                .list();
    }

    /** All of a supplier, the latest first. */
    List<Dispute> of(String supplier) {
        return list("supplierId = ?1 order by openedAt desc, id", supplier);
    }

    Dispute locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> missing(id));
    }

    Dispute required(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> missing(id));
    }

    private static RuntimeException missing(UUID id) {
        return ProblemType.NOT_FOUND.because("There is no dispute (" + id + ").");
    }

    /** Who made an assessment of the supplier; nothing where it is of another or not there. */
    Optional<String> raterOf(UUID assessment, String supplier) {
        List<?> found = getEntityManager()
                .createNativeQuery("select rated_by from assessment where id = :id and supplier_id = :supplier")
                .setParameter("id", assessment)
                .setParameter("supplier", supplier)
                .getResultList();
        return found.stream().map(String::valueOf).findFirst();
    }

    /** What one side said. */
    record Statement(Side side, String text, String statedBy, Instant statedAt) {
        /** Who speaks. */
        enum Side {
            SUPPLIER,
            BUYER
        }
    }

    void add(UUID dispute, Statement statement) {
        getEntityManager()
                .createNativeQuery("insert into dispute_statement (dispute_id, side, text, stated_by, stated_at) values"
                        + " (:dispute, :side, :text, :by, :at)")
                .setParameter("dispute", dispute)
                .setParameter("side", statement.side().name())
                .setParameter("text", statement.text())
                .setParameter("by", statement.statedBy())
                .setParameter("at", Timestamp.from(statement.statedAt()))
                .executeUpdate();
    }

    @SuppressWarnings("unchecked") // a native query for Tuple answers tuples
    List<Statement> statements(UUID dispute) {
        List<Tuple> rows = getEntityManager()
                .createNativeQuery(
                        "select side, text, stated_by, stated_at from dispute_statement where dispute_id = :dispute order by"
                                + " id",
                        Tuple.class)
                .setParameter("dispute", dispute)
                .getResultList();
        return rows.stream()
                .map(row -> new Statement(
                        Statement.Side.valueOf(row.get("side", String.class)),
                        row.get("text", String.class),
                        row.get("stated_by", String.class),
                        row.get("stated_at", Instant.class)))
                .toList();
    }

    /** Marks an assessment as wrong; it stays as it was made. */
    void retract(Dispute dispute, String reason, String actor, Instant at) {
        getEntityManager()
                .createNativeQuery(
                        "insert into retraction values (:assessment, :dispute, :reason, :actor, :at) on conflict do"
                                + " nothing")
                .setParameter("assessment", dispute.assessmentId)
                .setParameter("dispute", dispute.id)
                .setParameter("reason", reason)
                .setParameter("actor", actor)
                .setParameter("at", Timestamp.from(at))
                .executeUpdate();
    }
}
