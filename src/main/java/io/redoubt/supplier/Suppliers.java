package io.redoubt.supplier;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The kept suppliers. */
@ApplicationScoped
class Suppliers implements PanacheRepositoryBase<Supplier, String> {
    /** One page in the order of ids; a look at the keys after the last one seen costs the same on every page. */
    List<Supplier> after(String id, String nameContains, int limit) {
        String pattern =
                "%" + nameContains.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return find(
                        "id > ?1 and (lower(name) like lower(?2) escape '\\' or lower(id) like lower(?2) escape '\\')"
                                + " order by id",
                        id,
                        pattern)
                .page(0, limit)
                .list();
    }

    List<String> idsAfter(String id, int limit) {
        return getEntityManager()
                .createQuery("select s.id from Supplier s where s.id > ?1 order by s.id", String.class)
                .setParameter(1, id)
                .setMaxResults(limit)
                .getResultList();
    }
}
