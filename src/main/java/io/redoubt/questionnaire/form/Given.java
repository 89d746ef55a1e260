package io.redoubt.questionnaire.form;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What somebody answered.
 *
 * @param value of the question's kind; several choices are joined by {@code " | "}; empty where it does not apply
 * @param comment in the supplier's own words; perhaps empty
 * @param evidence what shows it, such as the name of a document; perhaps empty
 * @param answeredOn the day it was true
 * @param validUntil last day it is meant to count; for what does not apply the last day of that
 * @param reason why the question does not apply; empty for an answer
 */
public record Given(
        boolean notApplicable,
        String value,
        String comment,
        String evidence,
        LocalDate answeredOn,
        Optional<LocalDate> validUntil,
        String reason) {
    private static final String BETWEEN = " | ";

    /** An answer without more. */
    public static Given of(String value, LocalDate answeredOn) {
        return new Given(false, value, "", "", answeredOn, Optional.empty(), "");
    }

    boolean isAnswer() {
        return !notApplicable;
    }

    /** The choices of a value. */
    public static List<String> parts(String value) {
        return Arrays.stream(value.split("\\|", -1)).map(String::strip).toList();
    }

    /** The same with several choices written as they are kept. */
    public Given written(Kind kind) {
        return kind == Kind.MULTIPLE
                ? new Given(
                        notApplicable,
                        String.join(BETWEEN, parts(value)),
                        comment,
                        evidence,
                        answeredOn,
                        validUntil,
                        reason)
                : this;
    }
}
