package io.redoubt.questionnaire.form;

import java.util.List;

/**
 * A word of help beside an answer. It is shown once such an answer is given and not before: it must not teach which
 * answer to give.
 *
 * @param values answers beside which it stands; {@code *} for every one
 */
public record Tip(List<String> values, String text) {
    public Tip {
        values = List.copyOf(values);
    }

    /** Whether it stands beside an answer. */
    public boolean isFor(Given given) {
        return given.isAnswer() && Condition.takes(values, given.value());
    }
}
