package io.redoubt.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Who has not said who they are is told how, and so is who can't be known yet. The problem library's own mapper does not work with this Quarkus. */
final class UnauthenticatedMapper {
    private static final int BEFORE_LIBRARY = 1;
    private static final int RETRY_SECONDS = 10;

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = BEFORE_LIBRARY)
    Uni<Response> unauthorized(RoutingContext context) {
        return answer(context);
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_LIBRARY)
    Uni<Response> failed(RoutingContext context) {
        return answer(context);
    }

    @ServerExceptionMapper(OIDCException.class)
    Response unknowable() {
        HttpProblem problem = ProblemType.UNAVAILABLE.because("The token can't be checked now.\nMaybe try again soon.");
        return Response.status(problem.getStatusCode())
                .type("application/problem+json")
                .header("Retry-After", RETRY_SECONDS)
                .entity(problem)
                .build();
    }

    private static Uni<Response> answer(RoutingContext context) {
        HttpProblem problem = ProblemType.UNAUTHENTICATED.because("Send credentials that are known here.");
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        Uni<ChallengeData> asked = authenticator
                .getChallenge(context)
                .onFailure(OIDCException.class)
                .recoverWithItem(new ChallengeData(problem.getStatusCode(), "WWW-Authenticate", "Bearer"));
        return asked.map(challenge -> {
            Response.ResponseBuilder answer = Response.status(problem.getStatusCode())
                    .type("application/problem+json")
                    .entity(problem);
            if (challenge != null) {
                challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
            }
            return answer.build();
        });
    }
}
