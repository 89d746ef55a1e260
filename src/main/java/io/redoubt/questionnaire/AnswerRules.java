package io.redoubt.questionnaire;

import io.redoubt.files.PlainText;
import io.redoubt.files.Problems;
import io.redoubt.questionnaire.AnswerQuestions.Entry;
import io.redoubt.questionnaire.Delegations.Delegation;
import io.redoubt.questionnaire.form.AnswerCheck;
import io.redoubt.questionnaire.form.Form;
import io.redoubt.questionnaire.form.FormQuestion;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Decides whether somebody may give an answer now, whichever way it came in.
 *
 * @param mayExcuse whether the rules may let the supplier leave a question out
 * @param accepted ids of questions whose answers stand until the questionnaire is opened again
 */
record AnswerRules(
        Form form,
        List<Delegation> delegations,
        List<String> accepted,
        Predicate<String> mayExcuse,
        AnswerCheck check,
        String actor) {

    /** What keeps the answer from being taken; nothing where it is. */
    Optional<AnswerCheck.Mistake> mistake(Entry entry) {
        Optional<FormQuestion> question = form.question(entry.question());
        if (question.isEmpty()) {
            return refused(
                    "question",
                    "The question (" + Problems.shown(entry.question()) + ") must be one that is asked here.");
        }
        Optional<String> delegate =
                Delegations.delegate(delegations, question.get().section());
        if (delegate.filter(person -> !person.equals(actor)).isPresent()) {
            return refused(
                    "question",
                    "The section (" + question.get().section() + ") must be answered by " + delegate.get() + ".");
        }
        if (accepted.contains(entry.question())) {
            return refused(
                    "question",
                    "The answer to " + entry.question() + " was accepted and must stay.\nMaybe open"
                            + " the questionnaire again.");
        }
        if (hasInvisible(entry)) {
            return refused("value", "The answer must be text without invisible characters.");
        }
        return check.mistake(question.get(), entry.given()).or(() -> notExcused(entry));
    }

    private Optional<AnswerCheck.Mistake> notExcused(Entry entry) {
        return entry.given().notApplicable() && !mayExcuse.test(entry.question())
                ? refused(
                        "notApplicable",
                        "The question (" + entry.question()
                                + ") must be answered: no rule lets this supplier leave it out.\nMaybe record first what"
                                + " its sites do, or its profile.")
                : Optional.empty();
    }

    private static boolean hasInvisible(Entry entry) {
        return Stream.of(
                        entry.given().value(),
                        entry.given().comment(),
                        entry.given().evidence(),
                        entry.given().reason())
                .anyMatch(text -> PlainText.forbidden(text).isPresent());
    }

    private static Optional<AnswerCheck.Mistake> refused(String part, String message) {
        return Optional.of(new AnswerCheck.Mistake(part, message));
    }
}
