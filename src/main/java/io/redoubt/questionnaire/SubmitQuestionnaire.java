package io.redoubt.questionnaire;

import io.redoubt.audit.AuditTrail;
import io.redoubt.problem.ProblemType;
import io.redoubt.questionnaire.form.Completeness;
import io.redoubt.questionnaire.form.Form;
import io.redoubt.questionnaire.form.FormQuestion;
import io.redoubt.questionnaire.form.Given;
import io.redoubt.shared.Violation;
import io.redoubt.web.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands a questionnaire in for review. Nothing is answered from then on, unless something comes back. */
@ApplicationScoped
class SubmitQuestionnaire {
    private final Questionnaires questionnaires;
    private final Responses responses;
    private final Forms forms;
    private final AuditTrail audit;
    private final Clock clock;

    SubmitQuestionnaire(
            Questionnaires questionnaires, Responses responses, Forms forms, AuditTrail audit, Clock clock) {
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /** Hands it in; every required question that is open, and every claim without evidence, is told at its question. */
    @Transactional(TxType.MANDATORY)
    Questionnaire submit(UUID id, @Nullable String ifMatch, String actor) {
        Questionnaire questionnaire = questionnaires.locked(id, State.OPEN);
        Versions.check(ifMatch, questionnaire.version);
        Form form = forms.form(questionnaire);
        List<Response> known = responses.of(id);
        Map<String, Given> answers = new LinkedHashMap<>();
        known.forEach(response -> answers.put(response.question, forms.given(response)));
        List<String> shown = form.shown(answers).stream().map(FormQuestion::id).toList();
        refuseGaps(form, answers, known, shown);
        known.stream()
                .filter(response -> response.review != Review.ACCEPTED)
                .forEach(response ->
                        response.unreview(shown.contains(response.question) ? Review.PENDING : Review.NOT_ASKED));
        responses.flush();
        questionnaire.state = State.SUBMITTED;
        questionnaire.submittedBy = actor;
        questionnaire.submittedAt = clock.instant();
        questionnaires.flush();
        if (known.stream().noneMatch(response -> response.review == Review.PENDING)) {
            // opened again, and nothing was changed: there is nothing to review
            questionnaire.state = State.ACCEPTED;
            questionnaires.flush();
        }
        audit.record(
                actor,
                "submitted",
                new AuditTrail.Subject("questionnaire", id.toString()),
                Map.of("answers", known.size()));
        return questionnaire;
    }

    private static void refuseGaps(Form form, Map<String, Given> answers, List<Response> known, List<String> shown) {
        List<Violation> violations = new ArrayList<>();
        Completeness.gaps(form, answers)
                .forEach(gap -> violations.add(new Violation("/responses/" + gap.question(), gap.message())));
        known.stream()
                .filter(response -> response.review == Review.RETURNED && shown.contains(response.question))
                .forEach(response -> violations.add(new Violation(
                        "/responses/" + response.question,
                        "The answer to " + response.question + " came back and must be changed, or its comment: "
                                + response.note)));
        if (!violations.isEmpty()) {
            throw ProblemType.INVALID.because(violations);
        }
    }
}
