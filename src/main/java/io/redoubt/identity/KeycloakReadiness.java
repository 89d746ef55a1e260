package io.redoubt.identity;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The service starts without Keycloak and is not ready until it has met it; each question tries again. Afterwards it
 * knows the keys of the realm and stays ready, whatever becomes of Keycloak.
 */
@Readiness
@ApplicationScoped
class KeycloakReadiness implements AsyncHealthCheck {
    private final TenantConfigBean tenants;
    private final String identity;

    KeycloakReadiness(TenantConfigBean tenants, @ConfigProperty(name = "redoubt.identity") String identity) {
        this.tenants = tenants;
        this.identity = identity;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return ready().map(ready -> HealthCheckResponse.named("Identity")
                .withData("identity", identity)
                .status(ready)
                .build());
    }

    private Uni<Boolean> ready() {
        if (!identity.equals("keycloak")) {
            return Uni.createFrom().item(true);
        }
        return tenants.getDefaultTenant()
                .initialize()
                .map(TenantConfigContext::ready)
                .onFailure()
                .recoverWithItem(false);
    }
}
