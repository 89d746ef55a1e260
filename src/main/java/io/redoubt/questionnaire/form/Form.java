package io.redoubt.questionnaire.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one supplier is asked, as it was on the day it was asked: later templates change nothing here.
 *
 * @param tier id of the tier that was asked
 * @param why the tier, in a sentence
 * @param leftOut what the template has and this supplier is not asked
 * @param mapping what answers here say about our own questions
 */
public record Form(
        String title,
        String tier,
        String why,
        List<Section> sections,
        List<FormQuestion> questions,
        List<LeftOut> leftOut,
        List<Gives> mapping) {
    public Form {
        sections = List.copyOf(sections);
        questions = List.copyOf(questions);
        leftOut = List.copyOf(leftOut);
        mapping = List.copyOf(mapping);
    }

    /**
     * A question that is not asked.
     *
     * @param reason in a sentence
     * @param excused whether a rule says that it does not apply; somebody may then approve that it does not
     */
    public record LeftOut(String question, String reason, boolean excused) {}

    public Optional<FormQuestion> question(String id) {
        return questions.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The questions that are shown beside these answers, in order. A question below a hidden one is hidden too. */
    public List<FormQuestion> shown(Map<String, Given> answers) {
        java.util.Map<String, Given> seen = new java.util.HashMap<>();
        return questions.stream()
                .filter(question -> {
                    boolean shown = question.shownIf().stream().allMatch(condition -> condition.holds(seen));
                    Given given = answers.get(question.id());
                    if (shown && given != null) {
                        seen.put(question.id(), given);
                    }
                    return shown;
                })
                .toList();
    }

    /** Whether a shown question must be answered. */
    public static boolean isRequired(FormQuestion question, Map<String, Given> answers) {
        List<Condition> when = question.requiredIf();
        return question.required()
                || (!when.isEmpty() && when.stream().allMatch(condition -> condition.holds(answers)));
    }
}
