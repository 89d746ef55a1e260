package io.redoubt.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Who has not said who they are is told how. The problem library's own mapper does not work with this Quarkus. */
final class UnauthenticatedMapper {
    private static final int BEFORE_LIBRARY = 1;

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = BEFORE_LIBRARY)
    Uni<Response> unauthorized(RoutingContext context) {
        return answer(context);
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_LIBRARY)
    Uni<Response> failed(RoutingContext context) {
        return answer(context);
    }

    private static Uni<Response> answer(RoutingContext context) {
        HttpProblem problem = ProblemType.UNAUTHENTICATED.because("Send credentials that are known here.");
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(context).map(challenge -> {
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
