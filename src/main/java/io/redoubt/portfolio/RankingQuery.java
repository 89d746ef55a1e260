package io.redoubt.portfolio;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.redoubt.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the latest assessments in the order of least risk, a page by its keys. */
@ApplicationScoped
class RankingQuery {
    private static final int RATED = 0;

    private final EntityManager entities;

    RankingQuery(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A supplier's place.
     *
     * @param risk worst end of the overall figure; null where the badge is no band
     * @param couldBe best end
     * @param bandChanges share of sampled weights under which the band is another; null where none are sampled
     * @param retracted whether it was found to be wrong and no other one stands in its place yet
     * @param confirmedOn last day on which the rating came out the same
     * @param coverage share answered with live evidence, in percent
     */
    record Entry(
            String supplier,
            String name,
            String badge,
            @Nullable Integer risk,
            @Nullable Integer couldBe,
            @Nullable String bandChanges,
            int coverage,
            boolean disputed,
            boolean retracted,
            LocalDate asOf,
            LocalDate confirmedOn,
            UUID assessment,
            @JsonIgnore String key) {}

    @SuppressWarnings("unchecked") // a native query for Tuple answers tuples
    List<Entry> after(String key, int limit) {
        String[] last = key.isEmpty() ? new String[] {"-1", "0", ""} : key.split(" ", 3);
        if (last.length != 3 || !last[0].matches("-?[0-9]{1,9}") || !last[1].matches("[0-9]{1,9}")) {
            throw ProblemType.MALFORMED.because("The cursor must be one that a page has answered.");
        }
        List<Tuple> rows = entities.createNativeQuery(
                        "select l.rank_group, l.worst as distance, a.worst, s.id, s.name, a.badge, a.best, a.coverage_ppm, (a.disputed or exists (select 1 from dispute d where d.supplier_id = s.id and d.decision is null)) as disputed, r.assessment_id is not null as retracted, a.as_of, greatest(a.as_of, l.confirmed_on) as confirmed_on,"
                                + " a.id as assessment, cast(a.outcome as jsonb) #>> '{sensitivity,share}' as band_changes from latest_assessment l join assessment a on a.id ="
                                + " l.assessment_id join supplier s on s.id = l.supplier_id left join retraction r on r.assessment_id = a.id where"
                                + " (l.rank_group, l.worst, l.supplier_id) > (:rank, :worst, :id)"
                                + " order by l.rank_group, l.worst, l.supplier_id limit :limit",
                        Tuple.class)
                .setParameter("rank", Integer.parseInt(last[0]))
                .setParameter("worst", Integer.parseInt(last[1]))
                .setParameter("id", last[2])
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream().map(RankingQuery::entry).toList();
    }

    long count() {
        return ((Number) entities.createNativeQuery("select count(*) from latest_assessment")
                        .getSingleResult())
                .longValue();
    }

    private static Entry entry(Tuple row) {
        int group = row.get("rank_group", Integer.class);
        int worst = row.get("worst", Integer.class);
        int distance = row.get("distance", Integer.class);
        String id = row.get("id", String.class);
        boolean rated = group == RATED;
        return new Entry(
                id,
                row.get("name", String.class),
                row.get("badge", String.class),
                rated ? worst : null,
                rated ? row.get("best", Integer.class) : null,
                row.get("band_changes", String.class),
                (int) (row.get("coverage_ppm", Long.class) / 10_000),
                row.get("disputed", Boolean.class),
                row.get("retracted", Boolean.class),
                row.get("as_of", LocalDate.class),
                row.get("confirmed_on", LocalDate.class),
                row.get("assessment", UUID.class),
                group + " " + distance + " " + id);
    }
}
