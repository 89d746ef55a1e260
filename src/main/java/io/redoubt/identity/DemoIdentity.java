package io.redoubt.identity;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Named users without passwords worth the name, so that a fresh clone can be tried at once. Answers requests from this
 * machine only, and the service refuses to start with it on an address that others can reach. It must also be called by
 * a name of this machine: a page of a stranger that has its own name resolved to 127.0.0.1 makes the browser here ask
 * under that name.
 */
@ApplicationScoped
@Priority(2000)
class DemoIdentity implements HttpAuthenticationMechanism {
    private static final String PASSWORD = "demo";
    private static final String BASIC = "Basic ";
    private static final int UNAUTHORIZED = 401;
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);

    /** Each user's roles, by name. */
    static final Map<String, Set<String>> USERS = Map.of(
            "petra.procurement", Set.of(Role.PROCUREMENT),
            "leo.legal", Set.of(Role.LEGAL),
            "lara.approver", Set.of(Role.LEGAL, Role.LEGAL_APPROVER),
            "lin.approver", Set.of(Role.LEGAL_APPROVER),
            "sam.security", Set.of(Role.SECURITY),
            "emma.engineering", Set.of(Role.ENGINEERING),
            "erik.executive", Set.of(Role.EXECUTIVE),
            "anna.auditor", Set.of(Role.AUDITOR),
            "adam.administrator", Set.of(Role.ADMINISTRATOR));

    private final boolean active;
    private final String host;

    DemoIdentity(
            @ConfigProperty(name = "redoubt.identity") String identity,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.active = identity.equals("demo");
        this.host = host;
        if (!active && !identity.equals("keycloak")) {
            throw new IllegalStateException(
                    "The setting redoubt.identity (" + identity + ") must be demo or keycloak.");
        }
    }

    void refuseOpenAddress(@Observes StartupEvent event) throws UnknownHostException {
        if (active && !InetAddress.getByName(host).isLoopbackAddress()) {
            throw new IllegalStateException("The demo identity must not answer on an address that others can reach ("
                    + host + ").\nMaybe set redoubt.identity=keycloak, or quarkus.http.host=127.0.0.1.");
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String header = context.request().getHeader("Authorization");
        if (!active || header == null || !header.startsWith(BASIC)) {
            return Uni.createFrom().nullItem();
        }
        if (!isLocal(context) || !isCalledLocal(context)) {
            return Uni.createFrom().failure(new AuthenticationFailedException("Not from this machine."));
        }
        return Uni.createFrom().item(header).map(DemoIdentity::identify);
    }

    private boolean isCalledLocal(RoutingContext context) {
        HostAndPort called = context.request().authority();
        return called != null
                && (LOOPBACK.matcher(called.host()).matches() || called.host().equalsIgnoreCase(host));
    }

    private static boolean isLocal(RoutingContext context) {
        try {
            return InetAddress.getByName(
                            context.request().connection().remoteAddress().hostAddress())
                    .isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static SecurityIdentity identify(String header) {
        String[] credentials = decode(header).split(":", 2);
        Set<String> roles = USERS.get(credentials[0]);
        if (roles == null || credentials.length < 2 || !credentials[1].equals(PASSWORD)) {
            throw new AuthenticationFailedException("Unknown user or password.");
        }
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(credentials[0]))
                .addRoles(roles)
                .build();
    }

    private static String decode(String header) {
        try {
            return new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new AuthenticationFailedException("The credentials must be Base64.", e);
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return active
                ? Uni.createFrom()
                        .item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "Basic realm=\"redoubt demo\""))
                : Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
