package io.redoubt.questionnaire;

import io.redoubt.audit.AuditTrail;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.problem.ProblemType;
import io.redoubt.questionnaire.KnownSupplier.Excuse;
import io.redoubt.questionnaire.form.AnswerCheck;
import io.redoubt.questionnaire.form.Form.LeftOut;
import io.redoubt.questionnaire.form.Given;
import io.redoubt.rulepack.Question;
import io.redoubt.shared.Truth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Agrees that the questions which a rule left out do not apply to the supplier, until a day. Left out is not answered: only
 * this makes it a fact. Whoever assigned or submitted the questionnaire can't agree, and the rule must still say so.
 */
@ApplicationScoped
class ApproveExcuses {
    private final Questionnaires questionnaires;
    private final SupplierKnowledge knowledge;
    private final Ledger ledger;
    private final ActiveMethodology methodology;
    private final Forms forms;
    private final AuditTrail audit;
    private final Clock clock;

    ApproveExcuses(
            Questionnaires questionnaires,
            SupplierKnowledge knowledge,
            Ledger ledger,
            ActiveMethodology methodology,
            Forms forms,
            AuditTrail audit,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.knowledge = knowledge;
        this.ledger = ledger;
        this.methodology = methodology;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /** Records that they do not apply; answers the ids of those that a rule still excuses. */
    @Transactional(TxType.MANDATORY)
    List<String> approve(UUID id, LocalDate validUntil, String actor) {
        Questionnaire questionnaire = questionnaires.locked(id, State.OPEN, State.SUBMITTED, State.ACCEPTED);
        if (actor.equals(questionnaire.createdBy) || actor.equals(questionnaire.submittedBy)) {
            throw ProblemType.FORBIDDEN.because(
                    "That questions do not apply must be approved by somebody who neither assigned nor submitted it.");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (validUntil.isBefore(today) || validUntil.isAfter(today.plusDays(AnswerCheck.LONGEST_EXCUSE_DAYS))) {
            throw ProblemType.INVALID.because("The validUntil (" + validUntil + ") must lie within "
                    + AnswerCheck.LONGEST_EXCUSE_DAYS + " days from today.");
        }
        KnownSupplier known = knowledge.on(today, questionnaire.supplierId, Optional.empty());
        List<LedgerAnswer> answers = forms.form(questionnaire).leftOut().stream()
                .filter(left -> left.excused() && isExcused(known, left.question()))
                .map(left -> answer(left, today, validUntil, actor))
                .toList();
        ledger.write(known.facts(), answers, actor);
        List<String> recorded =
                answers.stream().map(answer -> answer.question().id()).toList();
        audit.record(
                actor,
                "excused",
                new AuditTrail.Subject("questionnaire", id.toString()),
                Map.of("questions", String.join(", ", recorded), "until", validUntil));
        return recorded;
    }

    private LedgerAnswer answer(LeftOut left, LocalDate today, LocalDate until, String actor) {
        Question question =
                methodology.get().catalogue().question(left.question()).orElseThrow();
        Given given = new Given(true, "", "", "", today, Optional.of(until), left.reason());
        return new LedgerAnswer(question, given, "SELF_ATTESTED", actor);
    }

    private static boolean isExcused(KnownSupplier known, String question) {
        Excuse excuse = known.excuses().get(question);
        return excuse != null && excuse.truth() == Truth.TRUE;
    }
}
