package io.redoubt.supplier;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
}
