package io.redoubt.questionnaire.form;

import java.util.List;
import java.util.Optional;

/**
 * A question as it is asked.
 *
 * @param tier id of the tier from which on it is asked
 * @param unit of a number; empty otherwise
 * @param choices what may be answered; empty where anything of the kind may
 * @param required whether it must be answered where it is shown
 * @param evidence verification level that a claim here should reach; empty where a word is enough
 * @param shownIf all must hold for it to be shown
 * @param requiredIf all must hold for it to be required though it otherwise is not; none for never
 * @param rated empty where no rule judges the answer
 */
public record FormQuestion(
        String id,
        String section,
        String tier,
        Kind kind,
        String unit,
        List<String> choices,
        String text,
        boolean required,
        Optional<String> evidence,
        List<Condition> shownIf,
        List<Condition> requiredIf,
        Optional<Tip> tip,
        Optional<Rated> rated) {
    public FormQuestion {
        choices = List.copyOf(choices);
        shownIf = List.copyOf(shownIf);
        requiredIf = List.copyOf(requiredIf);
    }

    /** Whether an answer claims something good, which evidence should show: all but NO. */
    public boolean isClaim(Given given) {
        return given.isAnswer() && !given.value().equals("NO");
    }
}
