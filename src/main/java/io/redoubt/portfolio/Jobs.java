package io.redoubt.portfolio;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The kept jobs. */
@ApplicationScoped
class Jobs implements PanacheRepositoryBase<Job, UUID> {}
