package io.redoubt.questionnaire.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides whether a form is answered far enough to be handed in, and names each question where it is not. */
public final class Completeness {
    private Completeness() {}

    /** A question that keeps the form from being handed in. */
    public record Gap(String question, String message) {}

    /** All gaps in the order of the form; none where it may be handed in. */
    public static List<Gap> gaps(Form form, Map<String, Given> answers) {
        List<Gap> gaps = new ArrayList<>();
        for (FormQuestion question : form.shown(answers)) {
            Given given = answers.get(question.id());
            if (given == null) {
                if (Form.isRequired(question, answers)) {
                    gaps.add(new Gap(question.id(), "The question (" + question.id() + ") must be answered."));
                }
            } else if (question.evidence().isPresent()
                    && question.isClaim(given)
                    && given.evidence().isBlank()) {
                gaps.add(new Gap(
                        question.id(),
                        "The answer (" + given.value() + ") must name its evidence; this claim needs "
                                + question.evidence().get()
                                + ".\nMaybe name the document that shows it."));
            }
        }
        return gaps;
    }
}
