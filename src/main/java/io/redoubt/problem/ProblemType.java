package io.redoubt.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redoubt.shared.Violation;
import java.net.URI;
import java.util.List;

/** Every kind of error that the API answers; the slug is part of the contract. */
public enum ProblemType {
    MALFORMED(400, "malformed", "The request can't be read"),
    NOT_FOUND(404, "not-found", "There is no such thing, or it is not yours to see"),
    CONFLICT(409, "conflict", "It is there already, or in a state that does not allow this"),
    STALE(412, "stale", "Somebody else changed it in the meantime"),
    TOO_LARGE(413, "too-large", "The request is too large"),
    INVALID(422, "invalid", "The document can't be taken in"),
    KEY_REUSED(422, "idempotency-key-reused", "The key was used for another request"),
    PRECONDITION_REQUIRED(428, "precondition-required", "An update must say which version it changes");

    private final int status;
    private final String slug;
    private final String title;

    ProblemType(int status, String slug, String title) {
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    /** The error with a sentence about this case. */
    public HttpProblem because(String detail) {
        return builder().withDetail(detail).build();
    }

    /** The error with everything that is wrong, each at its JSON pointer. */
    public HttpProblem because(List<Violation> violations) {
        return builder()
                .withDetail(violations.size() == 1 ? violations.get(0).message() : violations.size() + " violations.")
                .with("violations", violations)
                .build();
    }

    private HttpProblem.Builder builder() {
        return HttpProblem.builder()
                .withType(URI.create("urn:redoubt:problem:" + slug))
                .withTitle(title)
                .withStatus(status);
    }
}
