package io.redoubt.questionnaire;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.redoubt.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** The saved mappings. */
@ApplicationScoped
class StoredMappings implements PanacheRepositoryBase<StoredMapping, UUID> {
    List<StoredMapping> after(String id, int limit) {
        return find("cast(id as string) > ?1 order by cast(id as string)", id)
                .page(0, limit)
                .list();
    }

    StoredMapping required(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> missing(id));
    }

    StoredMapping locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> missing(id));
    }

    private static RuntimeException missing(UUID id) {
        return ProblemType.NOT_FOUND.because("There is no mapping (" + id + ").");
    }
}
