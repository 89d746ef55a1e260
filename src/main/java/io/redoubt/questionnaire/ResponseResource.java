package io.redoubt.questionnaire;

import static io.redoubt.files.Problems.shown;

import io.redoubt.facts.Answer;
import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.questionnaire.AnswerQuestions.Entry;
import io.redoubt.questionnaire.form.Form;
import io.redoubt.questionnaire.form.FormQuestion;
import io.redoubt.questionnaire.form.Given;
import io.redoubt.questionnaire.form.Kind;
import io.redoubt.questionnaire.form.Tip;
import io.redoubt.web.Sent;
import io.redoubt.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a questionnaire asks and what is answered. */
@Path("/api/v1/questionnaires/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questionnaires")
class ResponseResource {
    private final Questionnaires questionnaires;
    private final Responses responses;
    private final Forms forms;
    private final AnswerQuestions answerQuestions;
    private final ReusableAnswers reusableAnswers;
    private final Actor actor;
    private final Clock clock;

    ResponseResource(
            Questionnaires questionnaires,
            Responses responses,
            Forms forms,
            AnswerQuestions answerQuestions,
            ReusableAnswers reusableAnswers,
            Actor actor,
            Clock clock) {
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.forms = forms;
        this.answerQuestions = answerQuestions;
        this.reusableAnswers = reusableAnswers;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * A question with its answer.
     *
     * @param shown whether the answers so far show it
     * @param evidence verification level that a claim should reach; its evidence must then be named
     * @param tip beside the answer given, where there is one
     */
    record Asked(
            String id,
            String section,
            Kind kind,
            String unit,
            List<String> choices,
            String text,
            boolean shown,
            boolean required,
            @Nullable String evidence,
            boolean mayNotApply,
            @Nullable String tip,
            @Nullable ResponseView response) {}

    /** The questions in order. */
    record Questions(List<Asked> questions) {}

    /** The live answers to what is asked. */
    record Reusable(List<Earlier> answers) {}

    /** An earlier answer that still counts, with its own day. */
    record Earlier(
            String question,
            @Nullable String value,
            String verification,
            LocalDate answeredOn,
            @Nullable LocalDate validUntil) {}

    /**
     * An answer.
     *
     * @param answeredOn the day it was true; today where it is left out
     */
    record Answered(
            @Nullable String value,
            boolean notApplicable,
            @Nullable String comment,
            @Nullable String evidence,
            @Nullable LocalDate answeredOn,
            @Nullable LocalDate validUntil,
            @Nullable String reason) {}

    @GET
    @Path("/questions")
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL, Role.ENGINEERING, Role.AUDITOR})
    @Operation(summary = "Every question with its answer, and whether the answers so far show it")
    @Transactional
    public Questions questions(@PathParam("id") UUID id) {
        Form form = forms.form(questionnaires.required(id));
        Map<String, ResponseView> known = new LinkedHashMap<>();
        responses
                .of(id)
                .forEach(response -> known.put(response.question, ResponseView.of(response, forms.given(response))));
        Map<String, Given> answers =
                known.values().stream().collect(Collectors.toMap(ResponseView::question, ResponseView::given));
        List<String> shown = form.shown(answers).stream().map(FormQuestion::id).toList();
        return new Questions(form.questions().stream()
                .map(question -> asked(question, shown.contains(question.id()), answers, known.get(question.id())))
                .toList());
    }

    private static Asked asked(
            FormQuestion question, boolean shown, Map<String, Given> answers, @Nullable ResponseView response) {
        return new Asked(
                question.id(),
                question.section(),
                question.kind(),
                question.unit(),
                question.choices(),
                question.text(),
                shown,
                shown && Form.isRequired(question, answers),
                question.evidence().orElse(null),
                question.rated().filter(rated -> rated.notApplicable()).isPresent(),
                question.tip()
                        .filter(tip -> response != null && tip.isFor(response.given()))
                        .map(Tip::text)
                        .orElse(null),
                response);
    }

    @GET
    @Path("/reusable")
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL, Role.ENGINEERING})
    @Operation(summary = "Earlier answers that still count, each with its own day, to be sent again as they are")
    @Transactional
    public Reusable reusable(@PathParam("id") UUID id) {
        return new Reusable(reusableAnswers.find(questionnaires.required(id)).stream()
                .map(ResponseResource::earlier)
                .toList());
    }

    private static Earlier earlier(Answer answer) {
        return new Earlier(
                answer.question(),
                answer.value().orElse(null),
                answer.verification(),
                answer.answeredOn(),
                answer.validUntil().orElse(null));
    }

    @GET
    @Path("/responses/{question}")
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL, Role.ENGINEERING, Role.AUDITOR})
    @Operation(summary = "The response to a question, with its version")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ResponseView.class)))
    @Transactional
    public Response response(@PathParam("id") UUID id, @PathParam("question") String question) {
        questionnaires.required(id);
        return answer(id, question);
    }

    @PUT
    @Path("/responses/{question}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL, Role.ENGINEERING})
    @Operation(
            summary = "Answers a question",
            description =
                    "If-Match names the version of the response that was seen, \"0\" where there was none; so of two"
                            + " who answer at once the second is told, and answers to other questions never collide.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ResponseView.class)))
    @Transactional
    public Response answer(
            @PathParam("id") UUID id,
            @PathParam("question") String question,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Answered sent) {
        Answered body = Sent.present(sent);
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        Given given = new Given(
                body.notApplicable(),
                Objects.requireNonNullElse(body.value(), "").strip(),
                Objects.requireNonNullElse(body.comment(), "").strip(),
                Objects.requireNonNullElse(body.evidence(), "").strip(),
                Objects.requireNonNullElse(body.answeredOn(), today),
                Optional.ofNullable(body.validUntil()),
                Objects.requireNonNullElse(body.reason(), "").strip());
        answerQuestions.answer(
                new AnswerQuestions.Sending(
                        id,
                        ifMatch,
                        AnswerQuestions.Way.SINGLE,
                        List.of(new Entry(question, given, part -> "/responses/" + question + "/" + part))),
                actor.name());
        return answer(id, question);
    }

    private Response answer(UUID id, String question) {
        return responses
                .to(id, question)
                .map(found -> Response.ok(ResponseView.of(found, forms.given(found)))
                        .header("ETag", Versions.tag(found.version))
                        .build())
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(
                        "There is no response to " + shown(question) + " yet.\nMaybe answer it with If-Match \"0\"."));
    }
}
