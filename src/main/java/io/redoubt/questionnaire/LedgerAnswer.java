package io.redoubt.questionnaire;

import static io.redoubt.rulepack.StandardFields.ANSWERS;
import static io.redoubt.rulepack.StandardFields.VERIFICATION;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.facts.Answer;
import io.redoubt.questionnaire.form.Given;
import io.redoubt.rulepack.Question;
import io.redoubt.rulepack.Question.Favourable;
import io.redoubt.rulepack.Question.Kind;
import io.redoubt.shared.FactState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An accepted answer to a question that rules judge, as the ledger keeps it.
 *
 * @param given what was answered; its validUntil is the reviewer's where the reviewer named one
 * @param verification how well it is shown
 * @param approver who agreed, where the question does not apply
 */
record LedgerAnswer(Question question, Given given, String verification, String approver) {
    /** Whether it is the worst that can be answered; only graded answers can be. */
    boolean isWorst() {
        return !given.notApplicable() && given.value().equals("NO");
    }

    /** Whether it is worse than what is known. */
    boolean isWorseThan(Answer known) {
        return question.kind() == Kind.YES_PARTIAL_NO
                && !given.notApplicable()
                && known.value().isPresent()
                && ANSWERS.parse(given.value()) < ANSWERS.parse(known.value().get());
    }

    /** Whether an answer in the ledger still counts on a day. */
    static boolean isLive(Answer known, Question question, LocalDate day) {
        LocalDate longest = known.answeredOn().plusDays(question.validityDays());
        boolean says = known.state() == FactState.ANSWERED || known.state() == FactState.NOT_APPLICABLE;
        return says
                && !known.answeredOn().isAfter(day)
                && !known.validUntil()
                        .filter(until -> until.isBefore(longest))
                        .orElse(longest)
                        .isBefore(day);
    }

    /**
     * What a supplier can claim that answers site by site: the worst value, the weakest verification, the oldest day and
     * the earliest end. A site that the question does not apply to has no say unless it applies to none.
     */
    static LedgerAnswer worst(List<LedgerAnswer> sites) {
        List<LedgerAnswer> answered =
                sites.stream().filter(one -> !one.given.notApplicable()).toList();
        List<LedgerAnswer> counted = answered.isEmpty() ? sites : answered;
        LedgerAnswer worst = counted.stream().min(LedgerAnswer::compare).orElseThrow();
        Given base = worst.given;
        Given merged = new Given(
                base.notApplicable(),
                base.value(),
                base.comment(),
                base.evidence(),
                counted.stream()
                        .map(one -> one.given.answeredOn())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                counted.stream().flatMap(one -> one.given.validUntil().stream()).min(Comparator.naturalOrder()),
                base.reason());
        String weakest = counted.stream()
                .map(LedgerAnswer::verification)
                .min(Comparator.comparing(VERIFICATION::parse))
                .orElseThrow();
        return new LedgerAnswer(worst.question, merged, weakest, worst.approver);
    }

    private static int compare(LedgerAnswer one, LedgerAnswer other) {
        if (one.given.notApplicable()) {
            return 0;
        }
        if (one.question.kind() == Kind.YES_PARTIAL_NO) {
            return Long.compare(ANSWERS.parse(one.given.value()), ANSWERS.parse(other.given.value()));
        }
        int order = new BigDecimal(one.given.value()).compareTo(new BigDecimal(other.given.value()));
        return one.question.favourable() == Favourable.HIGH ? order : -order;
    }

    /** As a supplier document has it. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("question", question.id());
        json.put("state", given.notApplicable() ? "NOT_APPLICABLE" : "ANSWERED");
        if (given.notApplicable()) {
            json.put("reason", given.reason()).put("approvedBy", approver);
        } else {
            json.put("value", given.value());
        }
        json.put("verification", verification);
        json.put("answeredOn", given.answeredOn().toString());
        Optional<LocalDate> until = given.validUntil();
        until.ifPresent(day -> json.put("validUntil", day.toString()));
        return json;
    }
}
