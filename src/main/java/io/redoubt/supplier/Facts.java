package io.redoubt.supplier;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The facts, present and past. */
@ApplicationScoped
class Facts implements PanacheRepository<Fact> {
    private static final String ORDER = " order by supplierId, kind, key, validFrom, id";

    /** What holds as far as we know now. */
    List<Fact> current(Collection<String> suppliers) {
        return list("supplierId in ?1 and supersededAt is null" + ORDER, suppliers);
    }

    /** What held as far as we knew at an instant. */
    List<Fact> known(Collection<String> suppliers, Instant at) {
        return list(
                "supplierId in ?1 and recordedAt <= ?2 and (supersededAt is null or supersededAt > ?2)" + ORDER,
                suppliers,
                at);
    }

    /** Everything ever recorded about a supplier, page by page. */
    List<Fact> history(String supplier, long afterId, int limit) {
        return find("supplierId = ?1 and id > ?2 order by id", supplier, afterId)
                .page(0, limit)
                .list();
    }

    /**
     * The facts of one kind of a supplier that hold on a day.
     *
     * @param bodies JSON, separated by commas
     */
    record Listed(String supplier, FactKind kind, String bodies) {}

    /** Of every key the latest fact as far as we know now, put together by supplier and kind. */
    List<Listed> lists(LocalDate asOf, Collection<String> suppliers) {
        List<?> rows = getEntityManager()
                .createNativeQuery(
                        "select supplier_id, kind, string_agg(cast(body as text), ',' order by fact_key) from"
                                + " (select distinct on (supplier_id, kind, fact_key) supplier_id, kind, fact_key, body from fact"
                                + " where supplier_id in (:suppliers) and superseded_at is null and valid_from <= :asOf order by"
                                + " supplier_id, kind, fact_key, valid_from desc) latest group by supplier_id, kind")
                .setParameter("suppliers", suppliers)
                .setParameter("asOf", asOf)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Listed(row[0].toString(), FactKind.valueOf(row[1].toString()), row[2].toString()))
                .toList();
    }
}
