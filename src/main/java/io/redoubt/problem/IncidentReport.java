package io.redoubt.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.UUID;

/**
 * Gives the errors that libraries raise our own form. An unknown failure answers an incident id and nothing else; the
 * log has the cause under the same id.
 */
@ApplicationScoped
class IncidentReport implements ProblemPostProcessor {
    private static final int SERVER_ERROR = 500;

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getStatusCode() == SERVER_ERROR) {
            return problem.getParameters().containsKey("incident") ? problem : incident(context.cause);
        }
        return problem.getType() != null
                ? problem
                : ProblemType.ofStatus(problem.getStatusCode())
                        .map(type -> type.because(detail(problem, context.cause)))
                        .orElse(problem);
    }

    private static String detail(HttpProblem problem, Throwable cause) {
        if (cause.getCause() instanceof JsonProcessingException unreadable) {
            return UnreadableBodyMapper.told(unreadable);
        }
        String detail = problem.getDetail();
        return detail == null ? String.valueOf(problem.getTitle()) : detail;
    }

    static HttpProblem incident(Throwable cause) {
        String incident = UUID.randomUUID().toString();
        Log.errorf(cause, "Incident %s", incident);
        return HttpProblem.builder()
                .withType(URI.create("urn:redoubt:problem:incident"))
                .withTitle("Something went wrong on our side")
                .withStatus(SERVER_ERROR)
                .withDetail("It is not known whether anything was changed. Name the incident when you ask about it.")
                .with("incident", incident)
                .build();
    }
}
