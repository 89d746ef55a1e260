package io.redoubt.questionnaire;

import io.redoubt.questionnaire.form.Given;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A response with where its review stands.
 *
 * @param note why it was returned
 * @param version to be named by whoever changes it
 */
record ResponseView(
        String question,
        Given given,
        String answeredBy,
        Instant answeredAt,
        Review review,
        @Nullable String verification,
        @Nullable String note,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        long version) {
    static ResponseView of(Response response, Given given) {
        return new ResponseView(
                response.question,
                given,
                response.answeredBy,
                response.answeredAt,
                response.review,
                response.verification,
                response.note,
                response.reviewedBy,
                response.reviewedAt,
                response.version);
    }
}
