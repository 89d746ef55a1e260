package io.redoubt.policy;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Alerts whoever watches the service that a pack should be in force and is not. The service stays ready: it goes on rating
 * under the pack before it, which is why nobody would notice otherwise.
 */
@Wellness
@ApplicationScoped
class PackWellness implements HealthCheck {
    private final ActiveMethodology methodology;

    PackWellness(ActiveMethodology methodology) {
        this.methodology = methodology;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("Rule pack").withData("hash", methodology.hash(Subject.RULES));
        methodology.problem().ifPresent(problem -> answer.withData("problem", problem));
        return answer.status(methodology.problem().isEmpty()).build();
    }
}
