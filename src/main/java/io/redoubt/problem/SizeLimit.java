package io.redoubt.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, before a byte of the body is read, what no route could take: too large a body, NUL in the address, or a form
 * that is no media type, which the framework would fail at.
 */
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
        } else if (!isMediaType(context.request().getHeader("Content-Type"))) {
            refuse(
                    context,
                    ProblemType.UNSUPPORTED.because(
                            "The Content-Type must be a media type.\nMaybe send application/json or text/csv."));
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

    private static boolean isMediaType(@Nullable String text) {
        try {
            return text == null || MediaType.valueOf(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
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
