package io.redoubt.questionnaire;

import io.redoubt.facts.Answer;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.questionnaire.form.Form;
import io.redoubt.questionnaire.form.FormQuestion;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.shared.FactState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds earlier answers that still count, so that nobody is asked twice. They keep their day: to use an answer again does
 * not make it younger.
 */
@ApplicationScoped
class ReusableAnswers {
    private final SupplierKnowledge knowledge;
    private final ActiveMethodology methodology;
    private final Forms forms;
    private final Clock clock;

    ReusableAnswers(SupplierKnowledge knowledge, ActiveMethodology methodology, Forms forms, Clock clock) {
        this.knowledge = knowledge;
        this.methodology = methodology;
        this.forms = forms;
        this.clock = clock;
    }

    /** The live answers of the ledger to what a questionnaire asks, in its order. */
    List<Answer> find(Questionnaire questionnaire) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        FactCatalogue catalogue = methodology.get().catalogue();
        Form form = forms.form(questionnaire);
        Map<String, Answer> live = knowledge.facts(today, questionnaire.supplierId).answers().stream()
                .filter(answer -> answer.state() == FactState.ANSWERED)
                .filter(answer -> catalogue
                        .question(answer.question())
                        .filter(question -> LedgerAnswer.isLive(answer, question, today))
                        .isPresent())
                .collect(Collectors.toMap(Answer::question, answer -> answer, (a, b) -> b));
        return form.questions().stream()
                .map(FormQuestion::id)
                .filter(live::containsKey)
                .map(live::get)
                .toList();
    }
}
