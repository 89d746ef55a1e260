package io.redoubt.questionnaire;

import io.redoubt.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.UUID;

/** Ends a questionnaire that nobody needs any more. What was answered stays to be read. */
@ApplicationScoped
class WithdrawQuestionnaire {
    private final Questionnaires questionnaires;
    private final AuditTrail audit;

    WithdrawQuestionnaire(Questionnaires questionnaires, AuditTrail audit) {
        this.questionnaires = questionnaires;
        this.audit = audit;
    }

    @Transactional(TxType.MANDATORY)
    Questionnaire withdraw(UUID id, String reason, String actor) {
        Questionnaire questionnaire = questionnaires.locked(id, State.OPEN, State.SUBMITTED);
        questionnaire.state = State.WITHDRAWN;
        questionnaire.note = reason;
        questionnaires.flush();
        audit.record(
                actor, "withdrawn", new AuditTrail.Subject("questionnaire", id.toString()), Map.of("reason", reason));
        return questionnaire;
    }
}
