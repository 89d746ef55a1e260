package io.redoubt.assessment;

import io.redoubt.policy.Methodology;
import io.redoubt.policy.Subject;
import io.redoubt.scoring.Rater;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.List;

/**
 * Confirms, without rating them, all latest ratings that certainly come out the same on a day: made under the methodology
 * that rates, which has said the same since; standing by themselves until that day or longer; of suppliers of whom nothing
 * was recorded that no rating has seen, or that began to be true since.
 */
@ApplicationScoped
public class ConfirmRatings {
    private static final String SEEN = "greatest(a.as_of, l.confirmed_on)";
    private static final String LATEST = " from latest_assessment l join assessment a on a.id = l.assessment_id";
    private static final String TOUCHED = " from supplier s where s.id > :after and not exists (select 1" + LATEST
            + " where l.supplier_id = s.id and " + SEEN + " >= :asOf)";

    private final EntityManager entities;

    ConfirmRatings(EntityManager entities) {
        this.entities = entities;
    }

    /** Confirms them for a day; locks them in the order in which ratings do. */
    @Transactional(TxType.MANDATORY)
    public void confirm(LocalDate asOf, Methodology active) {
        entities.createNativeQuery(
                        "update latest_assessment set confirmed_on = :asOf where supplier_id in (select l.supplier_id"
                                + LATEST + " where l.stands_until >= :asOf and " + SEEN
                                + " >= :unchangedSince and " + SEEN + " < :asOf"
                                + " and (a.pack_hash, a.factors_hash, a.exploited_hash, a.owners_hash) = (:pack, :factors, :exploited,"
                                + " :owners) and a.semantics = :semantics"
                                + " and not exists (select 1 from pending_rating p where p.supplier_id = l.supplier_id)"
                                + " and not exists (select 1 from fact f where f.supplier_id = l.supplier_id"
                                + " and f.superseded_at is null and f.valid_from > " + SEEN
                                + " and f.valid_from <= :asOf)"
                                + " order by l.supplier_id for update of l)")
                .setParameter("asOf", asOf)
                .setParameter("unchangedSince", active.unchangedSince(asOf))
                .setParameter("pack", active.hash(Subject.RULES))
                .setParameter("factors", active.hash(Subject.FACTORS))
                .setParameter("exploited", active.hash(Subject.EXPLOITED))
                .setParameter("owners", active.hash(Subject.OWNERS))
                .setParameter("semantics", Rater.SEMANTICS)
                .executeUpdate();
    }

    /** How many suppliers have no rating that is of a day or was confirmed on it. */
    public long countTouched(LocalDate asOf) {
        return ((Number) touched("select count(*)" + TOUCHED, "", asOf).getSingleResult()).longValue();
    }

    /** The first of these after an id, in order. */
    public List<String> touchedAfter(String after, int limit, LocalDate asOf) {
        List<?> ids = touched("select s.id" + TOUCHED + " order by s.id", after, asOf)
                .setMaxResults(limit)
                .getResultList();
        return ids.stream().map(String::valueOf).toList();
    }

    private Query touched(String sql, String after, LocalDate asOf) {
        return entities.createNativeQuery(sql).setParameter("after", after).setParameter("asOf", asOf);
    }
}
