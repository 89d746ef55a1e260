package io.redoubt.questionnaire;

import io.redoubt.facts.Site;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.problem.ProblemType;
import io.redoubt.questionnaire.form.AnswerCheck;
import io.redoubt.questionnaire.form.FormQuestion;
import io.redoubt.questionnaire.form.Given;
import io.redoubt.questionnaire.form.Gives;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts what was accepted in the ledger, in the transaction of the acceptance.
 *
 * <p>A fact is about the supplier as a whole. What one of several sites answered is recorded when every site has, as the
 * worst of them; a NO of one site is recorded at once. What an answer to somebody else's question gives fills a gap; of what
 * is known it takes the place only as a NO, since a PARTIAL there says that less was asked and not that less is done.
 */
@ApplicationScoped
class RecordAnswer {
    private final SupplierKnowledge knowledge;
    private final ActiveMethodology methodology;
    private final Responses responses;
    private final Forms forms;
    private final Ledger ledger;
    private final Clock clock;

    RecordAnswer(
            SupplierKnowledge knowledge,
            ActiveMethodology methodology,
            Responses responses,
            Forms forms,
            Ledger ledger,
            Clock clock) {
        this.knowledge = knowledge;
        this.methodology = methodology;
        this.responses = responses;
        this.forms = forms;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * An answer that was accepted.
     *
     * @param validUntil the reviewer's; empty for that of the answer
     */
    record Accepted(
            Questionnaire questionnaire,
            FormQuestion question,
            Given given,
            String verification,
            Optional<LocalDate> validUntil) {}

    /** Records it; answers the ids of our questions that now have an answer from it. */
    @Transactional(TxType.MANDATORY)
    List<String> record(Accepted accepted, String reviewer) {
        FactCatalogue catalogue = methodology.get().catalogue();
        SupplierFacts known = knowledge.facts(today(), accepted.questionnaire().supplierId);
        Given given = accepted.given();
        Given dated = dated(given, accepted.validUntil());
        requireEnd(dated);
        List<LedgerAnswer> found = new ArrayList<>();
        if (accepted.question().rated().isPresent()) {
            Question ours = catalogue.question(accepted.question().id()).orElseThrow();
            ofSites(accepted, new LedgerAnswer(ours, dated, accepted.verification(), reviewer), known)
                    .ifPresent(found::add);
        }
        for (Gives gives : forms.form(accepted.questionnaire()).mapping()) {
            if (isGiven(gives, accepted)) {
                Question ours = catalogue.question(gives.target()).orElseThrow();
                Given said = new Given(
                        false, gives.value(), "", given.evidence(), given.answeredOn(), dated.validUntil(), "");
                LedgerAnswer answer = new LedgerAnswer(ours, said, accepted.verification(), reviewer);
                ofOneSite(accepted, answer, known)
                        .filter(one -> says(one, known))
                        .ifPresent(found::add);
            }
        }
        ledger.write(known, found, reviewer);
        return found.stream().map(answer -> answer.question().id()).toList();
    }

    /** The reviewer's end comes before that of who answered. */
    private static Given dated(Given given, Optional<LocalDate> validUntil) {
        return new Given(
                given.notApplicable(),
                given.value(),
                given.comment(),
                given.evidence(),
                given.answeredOn(),
                validUntil.or(given::validUntil),
                given.reason());
    }

    private void requireEnd(Given given) {
        LocalDate latest = today().plusDays(AnswerCheck.LONGEST_EXCUSE_DAYS);
        if (given.notApplicable()
                && given.validUntil().filter(until -> !until.isAfter(latest)).isEmpty()) {
            throw ProblemType.INVALID.because("That a question does not apply must have an end, at most "
                    + AnswerCheck.LONGEST_EXCUSE_DAYS + " days from today.\nMaybe send validUntil.");
        }
    }

    private static boolean isGiven(Gives gives, Accepted accepted) {
        return gives.question().equals(accepted.question().id())
                && !accepted.given().notApplicable()
                && gives.answer().equals(accepted.given().value());
    }

    /** Whether what an answer gives says more than what is known, or contradicts it for the worse. */
    private boolean says(LedgerAnswer answer, SupplierFacts known) {
        return known.answers().stream()
                .filter(one -> one.question().equals(answer.question().id()))
                .filter(one -> LedgerAnswer.isLive(one, answer.question(), today()))
                .allMatch(one -> answer.isWorst() && answer.isWorseThan(one));
    }

    private Optional<LedgerAnswer> ofSites(Accepted accepted, LedgerAnswer answer, SupplierFacts known) {
        String here = accepted.questionnaire().siteId;
        if (here == null || known.sites().size() < 2 || answer.isWorst()) {
            return Optional.of(answer);
        }
        List<LedgerAnswer> all = new ArrayList<>(List.of(answer));
        for (Site site : known.sites()) {
            if (!site.id().equals(here)) {
                Optional<Response> there = responses.acceptedAt(
                        known.id(), site.id(), accepted.question().id());
                if (there.isEmpty()) {
                    return Optional.empty();
                }
                all.add(new LedgerAnswer(
                        answer.question(),
                        forms.given(there.get()),
                        String.valueOf(there.get().verification),
                        String.valueOf(there.get().reviewedBy)));
            }
        }
        return Optional.of(LedgerAnswer.worst(all));
    }

    /** What one of several sites says about a question that it was not asked counts only where it is bad. */
    private static Optional<LedgerAnswer> ofOneSite(Accepted accepted, LedgerAnswer answer, SupplierFacts known) {
        boolean whole = accepted.questionnaire().siteId == null || known.sites().size() < 2;
        return Optional.of(answer).filter(one -> whole || one.isWorst());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
