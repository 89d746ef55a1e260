package io.redoubt.questionnaire;

import static io.redoubt.rulepack.StandardFields.VERIFICATION;

import io.redoubt.audit.AuditTrail;
import io.redoubt.files.Problems;
import io.redoubt.problem.ProblemType;
import io.redoubt.questionnaire.form.FormQuestion;
import io.redoubt.questionnaire.form.Given;
import io.redoubt.web.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Accepts an answer, which puts it in the ledger at once, or returns it with a note. Somebody who neither wrote nor
 * submitted it decides. With the last decision the questionnaire is accepted, or open again for what came back.
 */
@ApplicationScoped
class ReviewResponse {
    private static final String OWN_WORD = "SELF_ATTESTED";

    private final Questionnaires questionnaires;
    private final Responses responses;
    private final RecordAnswer recordAnswer;
    private final Forms forms;
    private final AuditTrail audit;
    private final Clock clock;

    ReviewResponse(
            Questionnaires questionnaires,
            Responses responses,
            RecordAnswer recordAnswer,
            Forms forms,
            AuditTrail audit,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.recordAnswer = recordAnswer;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a reviewer says.
     *
     * @param verification how well the answer is shown; empty where it is returned
     * @param validUntil last day its evidence counts, where the reviewer knows better than who answered
     * @param note why it is returned; empty where it is accepted
     */
    record Decision(
            UUID questionnaire,
            String question,
            @Nullable String ifMatch,
            Optional<String> verification,
            Optional<LocalDate> validUntil,
            Optional<String> note) {}

    /** What was decided, and what came into the ledger of it. */
    record Decided(Response response, List<String> recorded) {}

    @Transactional(TxType.MANDATORY)
    Decided decide(Decision decision, String actor) {
        Questionnaire questionnaire = questionnaires.locked(decision.questionnaire(), State.SUBMITTED);
        Response response = responses
                .to(questionnaire.id, decision.question())
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(
                        "There is no response to " + Problems.shown(decision.question()) + "."));
        Versions.check(decision.ifMatch(), response.version);
        requirePending(response);
        requireOthers(questionnaire, response, actor);
        List<String> recorded = decision.note().isPresent()
                ? returned(response, decision.note().get(), actor)
                : accepted(questionnaire, response, decision, actor);
        responses.flush();
        questionnaires.touch(questionnaire);
        audit.record(
                actor,
                response.review == Review.ACCEPTED ? "accepted" : "returned",
                new AuditTrail.Subject("questionnaire", questionnaire.id.toString()),
                Map.of("question", response.question, "recorded", String.join(", ", recorded)));
        finish(questionnaire, actor);
        return new Decided(response, recorded);
    }

    private static void requirePending(Response response) {
        if (response.review != Review.PENDING) {
            throw ProblemType.CONFLICT.because("The response must wait for review; it is "
                    + response.review.name().toLowerCase(java.util.Locale.ROOT) + ".");
        }
    }

    private void requireOthers(Questionnaire questionnaire, Response response, String actor) {
        if (actor.equals(questionnaire.submittedBy)
                || responses.authors(response).contains(actor)) {
            throw ProblemType.FORBIDDEN.because(
                    "A response must be reviewed by somebody who neither wrote nor submitted it.");
        }
    }

    private List<String> returned(Response response, String note, String actor) {
        response.note = note;
        response.reviewed(Review.RETURNED, actor, clock.instant());
        return List.of();
    }

    private List<String> accepted(Questionnaire questionnaire, Response response, Decision decision, String actor) {
        String level = decision.verification().orElse(OWN_WORD);
        Given given = forms.given(response);
        if (!VERIFICATION.codes().contains(level)) {
            throw ProblemType.INVALID.because("The verification (" + Problems.shown(level) + ") must be one of "
                    + String.join(", ", VERIFICATION.codes()) + ".");
        }
        if (!level.equals(OWN_WORD) && given.evidence().isBlank()) {
            throw ProblemType.INVALID.because("The verification (" + level
                    + ") must rest on evidence that the answer names.\nMaybe return it, or accept it as " + OWN_WORD
                    + ".");
        }
        FormQuestion question =
                forms.form(questionnaire).question(response.question).orElseThrow();
        response.verification = level;
        response.reviewed(Review.ACCEPTED, actor, clock.instant());
        responses.flush();
        return recordAnswer.record(
                new RecordAnswer.Accepted(questionnaire, question, given, level, decision.validUntil()), actor);
    }

    private void finish(Questionnaire questionnaire, String actor) {
        List<Review> reviews = responses.of(questionnaire.id).stream()
                .map(response -> response.review)
                .toList();
        if (reviews.contains(Review.PENDING)) {
            return;
        }
        boolean back = reviews.contains(Review.RETURNED);
        questionnaire.state = back ? State.OPEN : State.ACCEPTED;
        questionnaire.note = back ? "Answers came back with a note." : questionnaire.note;
        questionnaires.flush();
        audit.record(
                actor,
                back ? "reopened" : "completed",
                new AuditTrail.Subject("questionnaire", questionnaire.id.toString()),
                Map.of());
    }
}
