package io.redoubt.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses, before a byte of the body is read, what no route could take: too large a body, or NUL in the address. */
@ApplicationScoped
class SizeLimit {
    private static final int BEFORE_READING = 10_000;

    private final long limit;

    SizeLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_READING);
    }

    private void check(RoutingContext context) {
        if (context.request().uri().contains("%00")) {
            refuse(context, ProblemType.MALFORMED.because("The address must not contain the character NUL."));
        } else if (length(context.request()) > limit) {
            refuse(
                    context,
                    ProblemType.TOO_LARGE.because("The body must have at most " + limit + " bytes.\nMaybe split it."));
        } else {
            context.next();
        }
    }

    private static void refuse(RoutingContext context, HttpProblem problem) {
        context.response()
                .setStatusCode(problem.getStatusCode())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Connection", "close")
                .end(new JsonObject()
                        .put("type", String.valueOf(problem.getType()))
                        .put("status", problem.getStatusCode())
                        .put("title", problem.getTitle())
                        .put("detail", problem.getDetail())
                        .encode());
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
