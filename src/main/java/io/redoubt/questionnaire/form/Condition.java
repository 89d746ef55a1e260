package io.redoubt.questionnaire.form;

import java.util.List;
import java.util.Map;

/**
 * Holds where an earlier question was answered with one of some values. A question that was said not to apply, or was
 * not answered, holds no condition.
 *
 * @param values any of them; {@code *} for every answer
 */
public record Condition(String question, List<String> values) {
    /** Stands for every answer. */
    public static final String ANY = "*";

    public Condition {
        values = List.copyOf(values);
    }

    boolean holds(Map<String, Given> answers) {
        Given given = answers.get(question);
        return given != null && given.isAnswer() && takes(values, given.value());
    }

    /** Whether a value, or one of several chosen together, is among some. */
    static boolean takes(List<String> values, String value) {
        return values.contains(ANY) || Given.parts(value).stream().anyMatch(values::contains);
    }
}
