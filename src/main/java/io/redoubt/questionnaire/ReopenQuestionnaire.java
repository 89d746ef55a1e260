package io.redoubt.questionnaire;

import io.redoubt.audit.AuditTrail;
import io.redoubt.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Opens a questionnaire again, with a reason, for some of its answers or all. What was accepted stays in the ledger until
 * something else is accepted in its place.
 */
@ApplicationScoped
class ReopenQuestionnaire {
    private final Questionnaires questionnaires;
    private final Responses responses;
    private final AuditTrail audit;

    ReopenQuestionnaire(Questionnaires questionnaires, Responses responses, AuditTrail audit) {
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.audit = audit;
    }

    /**
     * Opens it.
     *
     * @param questions whose accepted answers may change; empty for all
     */
    @Transactional(TxType.MANDATORY)
    Questionnaire reopen(UUID id, List<String> questions, String reason, String actor) {
        Questionnaire questionnaire = questionnaires.locked(id, State.SUBMITTED, State.ACCEPTED, State.OPEN);
        List<Response> known = responses.of(id);
        questions.stream()
                .filter(question -> known.stream().noneMatch(response -> response.question.equals(question)))
                .findFirst()
                .ifPresent(question -> {
                    throw ProblemType.INVALID.because("The question (" + io.redoubt.files.Problems.shown(question)
                            + ") must have a response here.");
                });
        questionnaire.state = State.OPEN;
        questionnaire.note = reason;
        questionnaires.flush();
        known.stream()
                .filter(response -> response.review == Review.ACCEPTED)
                .filter(response -> questions.isEmpty() || questions.contains(response.question))
                .forEach(response -> response.unreview(Review.PENDING));
        responses.flush();
        audit.record(
                actor,
                "reopened",
                new AuditTrail.Subject("questionnaire", id.toString()),
                Map.of("reason", reason, "questions", String.join(", ", questions)));
        return questionnaire;
    }
}
