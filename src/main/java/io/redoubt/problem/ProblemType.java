package io.redoubt.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redoubt.shared.Violation;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every kind of error that the API answers; the slug is part of the contract. */
public enum ProblemType {
    MALFORMED(400, "malformed", "The request can't be read"),
    UNAUTHENTICATED(401, "unauthenticated", "Say who you are"),
    FORBIDDEN(403, "forbidden", "Your role does not allow this"),
    NOT_FOUND(404, "not-found", "There is no such thing, or it is not yours to see"),
    NOT_ALLOWED(405, "method-not-allowed", "This address does not take that method"),
    NOT_ACCEPTABLE(406, "not-acceptable", "There is no answer in the form asked for"),
    CONFLICT(409, "conflict", "It is there already, or in a state that does not allow this"),
    STALE(412, "stale", "Somebody else changed it in the meantime"),
    TOO_LARGE(413, "too-large", "The request is too large"),
    UNSUPPORTED(415, "unsupported-media-type", "The form of the request is not known here"),
    INVALID(422, "invalid", "The document can't be taken in"),
    KEY_REUSED(422, "idempotency-key-reused", "The key was used for another request"),
    PRECONDITION_REQUIRED(428, "precondition-required", "An update must say which version it changes"),
    UNAVAILABLE(503, "unavailable", "Something that this needs does not answer");

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

    /** The type of an error that a library has answered with nothing but its status. */
    static Optional<ProblemType> ofStatus(int status) {
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }

    private HttpProblem.Builder builder() {
        return HttpProblem.builder()
                .withType(URI.create("urn:redoubt:problem:" + slug))
                .withTitle(title)
                .withStatus(status);
    }
}
