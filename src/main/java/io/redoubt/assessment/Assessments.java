package io.redoubt.assessment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.redoubt.scoring.RatingOutcome;
import io.redoubt.scoring.RatingOutcome.Disqualified;
import io.redoubt.scoring.RatingOutcome.Rated;
import io.redoubt.scoring.files.FactsSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The kept assessments, and which is the latest of each supplier. */
@ApplicationScoped
class Assessments implements PanacheRepositoryBase<Assessment, UUID> {
    private static final int RATED = 0;
    private static final int UNRATED = 1;
    private static final int DISQUALIFIED = 2;

    /**
     * Where an assessment stands among the others.
     *
     * @param group rated ones before unrated before disqualified ones
     * @param distance whole points between its worst end and the safe end of the scale: what a ranking orders by
     */
    record Place(LocalDate today, int group, int distance) {
        static Place of(RatingOutcome outcome, int distance, LocalDate today) {
            int group = outcome instanceof Rated ? RATED : outcome instanceof Disqualified ? DISQUALIFIED : UNRATED;
            return new Place(today, group, distance);
        }
    }

    /**
     * Keeps an assessment with the facts it stands on, and makes it the supplier's latest unless it speaks of an earlier
     * day than that, stands on what was known before that, or speaks of a day to come.
     *
     * @return whether it is the latest now
     */
    boolean keep(Assessment assessment, FactsSnapshot facts, Place place) {
        getEntityManager()
                .createNativeQuery("insert into stored_facts values (:hash, :body) on conflict do nothing")
                .setParameter("hash", facts.hash())
                .setParameter("body", facts.json())
                .executeUpdate();
        persistAndFlush(assessment);
        if (assessment.asOf.isAfter(place.today())) {
            return false;
        }
        return getEntityManager()
                        .createNativeQuery(
                                "insert into latest_assessment (supplier_id, assessment_id, rank_group, worst, stands_until)"
                                        + " values (:supplier, :id, :rank, :worst, :standsUntil)"
                                        + " on conflict (supplier_id) do update set assessment_id = excluded.assessment_id,"
                                        + " rank_group = excluded.rank_group, worst = excluded.worst, confirmed_on = null,"
                                        + " stands_until = excluded.stands_until"
                                        + " where (select (greatest(a.as_of, latest_assessment.confirmed_on), a.rated_at) <="
                                        + " (cast(:asOf as date), cast(:ratedAt as timestamptz))"
                                        + " from assessment a where a.id = latest_assessment.assessment_id)")
                        .setParameter("asOf", assessment.asOf)
                        .setParameter("ratedAt", assessment.ratedAt)
                        .setParameter("supplier", assessment.supplierId)
                        .setParameter("id", assessment.id)
                        .setParameter("rank", place.group())
                        .setParameter("worst", place.distance())
                        .setParameter("standsUntil", assessment.standsUntil)
                        .executeUpdate()
                == 1;
    }

    /**
     * Notes that the supplier's latest assessment came out the same again, of the same facts under the same methodology;
     * nothing where it did not.
     *
     * @param again made and not kept
     */
    Optional<UUID> confirm(Assessment again) {
        List<?> confirmed = getEntityManager()
                .createNativeQuery(
                        "update latest_assessment latest set confirmed_on = :asOf, stands_until = :standsUntil from assessment a"
                                + " where a.id = latest.assessment_id and latest.supplier_id = :supplier"
                                + " and greatest(a.as_of, latest.confirmed_on) <= :asOf and a.facts_hash = :facts"
                                + " and (a.pack_hash, a.factors_hash, a.exploited_hash, a.owners_hash) = (:pack, :factors, :exploited,"
                                + " :owners) and a.semantics = :semantics"
                                + " and cast(a.outcome as jsonb) - 'asOf' = cast(:outcome as jsonb) - 'asOf' returning a.id")
                .setParameter("asOf", again.asOf)
                .setParameter("supplier", again.supplierId)
                .setParameter("facts", again.factsHash)
                .setParameter("pack", again.packHash)
                .setParameter("factors", again.factorsHash)
                .setParameter("exploited", again.exploitedHash)
                .setParameter("owners", again.ownersHash)
                .setParameter("semantics", again.semantics)
                .setParameter("outcome", again.outcome)
                .setParameter("standsUntil", again.standsUntil)
                .getResultList();
        return confirmed.stream().map(UUID.class::cast).findFirst();
    }

    /** One page, the latest first, of those that came before one; what is added meanwhile moves none of them. */
    List<Assessment> before(HistoryPlace last, String supplier, int limit) {
        return find(
                        "supplierId = ?1 and (ratedAt < ?2 or ratedAt = ?2 and id < ?3) order by ratedAt desc, id desc",
                        supplier,
                        last.ratedAt(),
                        last.id())
                .page(0, limit)
                .list();
    }

    /**
     * The latest assessment of a supplier, as it stands among the others.
     *
     * @param outcome JSON
     */
    record Latest(int group, int distance, String outcome) {
        boolean isBefore(Place place) {
            return group < place.group() || (group == place.group() && distance < place.distance());
        }
    }

    Optional<Latest> latest(String supplier) {
        List<?> rows = getEntityManager()
                .createNativeQuery(
                        "select l.rank_group, l.worst, a.outcome from latest_assessment l join assessment a on a.id ="
                                + " l.assessment_id where l.supplier_id = :supplier")
                .setParameter("supplier", supplier)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row ->
                        new Latest(((Number) row[0]).intValue(), ((Number) row[1]).intValue(), String.valueOf(row[2])))
                .findFirst();
    }

    /** Why those of some assessments that were found to be wrong were retracted. */
    Map<UUID, String> retracted(List<UUID> assessments) {
        List<?> rows = getEntityManager()
                .createNativeQuery("select assessment_id, reason from retraction where assessment_id in (:assessments)")
                .setParameter("assessments", assessments)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> String.valueOf(row[1])));
    }

    /** Those of some assessments that somebody disputes now. */
    Set<UUID> disputed(List<UUID> assessments) {
        List<?> rows = getEntityManager()
                .createNativeQuery(
                        "select assessment_id from dispute where assessment_id in (:assessments) and decision is null")
                .setParameter("assessments", assessments)
                .getResultList();
        return rows.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    /** The facts of an assessment as they were rated. */
    String facts(Assessment assessment) {
        return (String) getEntityManager()
                .createNativeQuery("select body from stored_facts where hash = :hash", String.class)
                .setParameter("hash", assessment.factsHash)
                .getSingleResult();
    }
}
