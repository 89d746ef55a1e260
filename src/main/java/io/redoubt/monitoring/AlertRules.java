package io.redoubt.monitoring;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The kept rules. */
@ApplicationScoped
class AlertRules implements PanacheRepository<AlertRule> {
    List<AlertRule> active() {
        return list("active order by id", new Object[0]);
    }
}
