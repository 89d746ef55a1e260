package io.redoubt.questionnaire;

import io.redoubt.files.PlainText;
import io.redoubt.problem.ProblemType;
import io.redoubt.questionnaire.form.AnswerCheck;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must be in a request. */
final class Sent {
    private Sent() {}

    static <T> T present(@Nullable T body) {
        if (body == null) {
            throw ProblemType.MALFORMED.because("The request must have a body.");
        }
        return body;
    }

    /** A text that must be there. */
    static String text(@Nullable String value, String name) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty() || text.length() > AnswerCheck.LONGEST) {
            throw ProblemType.INVALID.because(
                    "The " + name + " must be a text of 1 to " + AnswerCheck.LONGEST + " characters.");
        }
        if (PlainText.forbidden(text).isPresent()) {
            throw ProblemType.INVALID.because("The " + name + " must have no invisible characters.");
        }
        return text;
    }

    static Optional<String> optional(@Nullable String value, String name) {
        return value == null ? Optional.empty() : Optional.of(text(value, name));
    }
}
