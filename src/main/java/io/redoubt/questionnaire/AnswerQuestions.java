package io.redoubt.questionnaire;

import io.redoubt.audit.AuditTrail;
import io.redoubt.problem.ProblemType;
import io.redoubt.questionnaire.form.AnswerCheck;
import io.redoubt.questionnaire.form.Form;
import io.redoubt.questionnaire.form.Given;
import io.redoubt.shared.Violation;
import io.redoubt.web.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes answers, one or many, from whichever way in. All are taken or none. What says the same as before stays as it was,
 * with its author.
 */
@ApplicationScoped
class AnswerQuestions {
    private final Questionnaires questionnaires;
    private final Responses responses;
    private final Delegations delegations;
    private final SupplierKnowledge knowledge;
    private final Forms forms;
    private final AuditTrail audit;
    private final Clock clock;

    AnswerQuestions(
            Questionnaires questionnaires,
            Responses responses,
            Delegations delegations,
            SupplierKnowledge knowledge,
            Forms forms,
            AuditTrail audit,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.delegations = delegations;
        this.knowledge = knowledge;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One answer.
     *
     * @param pointer where its sender finds a part of it
     */
    record Entry(String question, Given given, UnaryOperator<String> pointer) {}

    /** How it was sent. */
    enum Way {
        /** One answer by itself; the version is that of its response. */
        SINGLE,
        /** Many together; the version is that of the questionnaire. */
        TOGETHER,
        /** Nothing is to be taken, so no version is asked for. */
        DRY_RUN
    }

    /**
     * What was sent.
     *
     * @param ifMatch version that was seen
     */
    record Sending(UUID questionnaire, @Nullable String ifMatch, Way way, List<Entry> entries) {}

    /**
     * What became of an entry.
     *
     * @param changed whether it says something new
     * @param mistake why it is not taken; empty where it is
     */
    record Result(Entry entry, boolean changed, Optional<AnswerCheck.Mistake> mistake) {}

    /** Takes all entries or, where one is mistaken and it is no dry run, refuses all with every mistake. */
    @Transactional(TxType.REQUIRED)
    List<Result> answer(Sending sending, String actor) {
        Questionnaire questionnaire = questionnaires.locked(sending.questionnaire(), State.OPEN);
        Form form = forms.form(questionnaire);
        Map<String, Response> known = responses.of(questionnaire.id).stream()
                .collect(java.util.stream.Collectors.toMap(response -> response.question, response -> response));
        checkVersion(sending, questionnaire, known);
        AnswerRules rules = rules(questionnaire, form, known, sending, actor);
        List<Result> results = new ArrayList<>();
        for (Entry sent : sending.entries()) {
            Entry entry = written(form, sent);
            Response before = known.get(entry.question());
            boolean changed = before == null || !forms.given(before).equals(entry.given());
            results.add(new Result(entry, changed, changed ? rules.mistake(entry) : Optional.empty()));
        }
        if (sending.way() != Way.DRY_RUN) {
            refuse(results);
            take(questionnaire, results, known, actor);
        }
        return results;
    }

    private static void checkVersion(Sending sending, Questionnaire questionnaire, Map<String, Response> known) {
        if (sending.way() == Way.SINGLE) {
            Response one = known.get(sending.entries().get(0).question());
            Versions.check(sending.ifMatch(), one == null ? 0 : one.version);
        } else if (sending.way() == Way.TOGETHER) {
            Versions.check(sending.ifMatch(), questionnaire.version);
        }
    }

    private static Entry written(Form form, Entry entry) {
        return form.question(entry.question())
                .map(question -> new Entry(entry.question(), entry.given().written(question.kind()), entry.pointer()))
                .orElse(entry);
    }

    private AnswerRules rules(
            Questionnaire questionnaire, Form form, Map<String, Response> known, Sending sending, String actor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean excuses =
                sending.entries().stream().anyMatch(entry -> entry.given().notApplicable());
        KnownSupplier supplier = excuses ? knowledge.on(today, questionnaire.supplierId, Optional.empty()) : null;
        return new AnswerRules(
                form,
                delegations.of(questionnaire.id),
                known.values().stream()
                        .filter(response -> response.review == Review.ACCEPTED)
                        .map(response -> response.question)
                        .toList(),
                question -> supplier != null && supplier.mayExcuse(question),
                new AnswerCheck(today),
                actor);
    }

    private static void refuse(List<Result> results) {
        List<Violation> violations = results.stream()
                .filter(result -> result.mistake().isPresent())
                .map(result -> {
                    AnswerCheck.Mistake mistake = result.mistake().get();
                    return new Violation(result.entry().pointer().apply(mistake.part()), mistake.message());
                })
                .toList();
        if (!violations.isEmpty()) {
            throw ProblemType.INVALID.because(violations);
        }
    }

    private void take(Questionnaire questionnaire, List<Result> results, Map<String, Response> known, String actor) {
        List<String> changed = new ArrayList<>();
        for (Result result : results) {
            if (result.changed()) {
                Response before = known.get(result.entry().question());
                put(questionnaire, result.entry(), before, actor);
                changed.add(result.entry().question());
            }
        }
        if (!changed.isEmpty()) {
            questionnaires.touch(questionnaire);
            audit.record(
                    actor,
                    "answered",
                    new AuditTrail.Subject("questionnaire", questionnaire.id.toString()),
                    Map.of("questions", String.join(", ", changed)));
        }
        responses.flush();
    }

    private void put(Questionnaire questionnaire, Entry entry, @Nullable Response before, String actor) {
        Response response = before == null ? new Response() : before;
        response.body = forms.text(entry.given());
        response.answeredBy = actor;
        response.answeredAt = clock.instant();
        response.unreview(Review.PENDING);
        if (before == null) {
            response.id = UUID.randomUUID();
            response.questionnaireId = questionnaire.id;
            response.question = entry.question();
            responses.persist(response);
        }
    }
}
