package io.redoubt.web;

import io.redoubt.files.PlainText;
import io.redoubt.problem.ProblemType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must be in a request. */
public final class Sent {
    private static final int LONGEST = 200;

    private static final int LONGEST_PROSE = 4_000;

    private Sent() {}

    public static <T> T present(@Nullable T body) {
        if (body == null) {
            throw ProblemType.MALFORMED.because("The request must have a body.");
        }
        return body;
    }

    /** What may have paragraphs, such as what somebody says in a hearing. */
    public static String prose(@Nullable String value, String name) {
        if (value == null || value.isBlank() || value.length() > LONGEST_PROSE) {
            throw ProblemType.INVALID.because(
                    "The " + name + " must be a text of 1 to " + LONGEST_PROSE + " characters.");
        }
        if (PlainText.forbidden(value).isPresent()) {
            throw ProblemType.INVALID.because("The " + name + " must be a text without invisible characters.");
        }
        return value.strip();
    }

    public static String text(@Nullable String value, String name) {
        if (value == null || value.isBlank() || value.length() > LONGEST) {
            throw ProblemType.INVALID.because("The " + name + " must be a text of 1 to " + LONGEST + " characters.");
        }
        if (value.lines().count() > 1 || PlainText.forbidden(value).isPresent()) {
            throw ProblemType.INVALID.because("The " + name + " must be one line without invisible characters.");
        }
        return value.strip();
    }

    /** A text that may be left out. */
    public static Optional<String> optional(@Nullable String value, String name) {
        return value == null ? Optional.empty() : Optional.of(text(value, name));
    }
}
