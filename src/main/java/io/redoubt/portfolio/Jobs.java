package io.redoubt.portfolio;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The kept jobs. */
@ApplicationScoped
class Jobs implements PanacheRepositoryBase<Job, UUID> {
    /** Those that somebody waits for; one that was kept and not queued before a crash is among them. */
    @Transactional
    public List<Job> unfinished() {
        return list("state in ?1", List.of(Job.State.QUEUED, Job.State.RUNNING));
    }
}
