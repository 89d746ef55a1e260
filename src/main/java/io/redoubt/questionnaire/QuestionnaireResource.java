package io.redoubt.questionnaire;

import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.questionnaire.form.Form.LeftOut;
import io.redoubt.web.Idempotency;
import io.redoubt.web.Sent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One questionnaire and its life. */
@Path("/api/v1/questionnaires/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questionnaires")
class QuestionnaireResource {
    private final Questionnaires questionnaires;
    private final QuestionnaireViews views;
    private final Forms forms;
    private final DelegateSection delegateSection;
    private final SubmitQuestionnaire submitQuestionnaire;
    private final ReopenQuestionnaire reopenQuestionnaire;
    private final WithdrawQuestionnaire withdrawQuestionnaire;
    private final Idempotency idempotency;
    private final Actor actor;

    QuestionnaireResource(
            Questionnaires questionnaires,
            QuestionnaireViews views,
            Forms forms,
            DelegateSection delegateSection,
            SubmitQuestionnaire submitQuestionnaire,
            ReopenQuestionnaire reopenQuestionnaire,
            WithdrawQuestionnaire withdrawQuestionnaire,
            Idempotency idempotency,
            Actor actor) {
        this.questionnaires = questionnaires;
        this.views = views;
        this.forms = forms;
        this.delegateSection = delegateSection;
        this.submitQuestionnaire = submitQuestionnaire;
        this.reopenQuestionnaire = reopenQuestionnaire;
        this.withdrawQuestionnaire = withdrawQuestionnaire;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    /** To whom a section goes; without a section the whole. */
    record NewDelegation(@Nullable String section, @Nullable String person) {}

    /** Why, and for which questions; without them for all. */
    record Reopening(@Nullable String reason, @Nullable List<String> questions) {}

    /** Why it ends. */
    record Withdrawal(@Nullable String reason) {}

    /** What is not asked, each with its reason. */
    record NotAsked(List<LeftOut> questions) {}

    @GET
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL, Role.ENGINEERING, Role.AUDITOR})
    @Operation(summary = "A questionnaire without its questions")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = QuestionnaireView.class)))
    @Transactional
    public Response get(@PathParam("id") UUID id) {
        return views.answer(questionnaires.required(id), Response.ok());
    }

    @GET
    @Path("/left-out")
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL, Role.ENGINEERING, Role.AUDITOR})
    @Operation(summary = "What the template has and this supplier is not asked, each with the reason")
    @Transactional
    public NotAsked leftOut(@PathParam("id") UUID id) {
        return new NotAsked(forms.form(questionnaires.required(id)).leftOut());
    }

    @POST
    @Path("/delegations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY})
    @Operation(summary = "Hands a section, or the whole, to a named person, who alone answers it from then on")
    public Response delegate(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewDelegation sent) {
        NewDelegation body = Sent.present(sent);
        Optional<String> section = Sent.optional(body.section(), "section");
        String person = Sent.text(body.person(), "person");
        return once(
                key, "delegate " + id + " " + body, () -> delegateSection.delegate(id, section, person, actor.name()));
    }

    @POST
    @Path("/submit")
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL, Role.ENGINEERING})
    @Operation(
            summary = "Hands a questionnaire in for review",
            description = "Open questions and claims without evidence are told as violations at their questions.")
    public Response submit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return once(key, "submit " + id, () -> submitQuestionnaire.submit(id, ifMatch, actor.name()));
    }

    @POST
    @Path("/reopen")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY})
    @Operation(summary = "Opens a questionnaire again, with a reason; what was accepted stays in the ledger")
    public Response reopen(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Reopening sent) {
        Reopening body = Sent.present(sent);
        String reason = Sent.prose(body.reason(), "reason");
        List<String> questions = body.questions() == null ? List.of() : List.copyOf(body.questions());
        return once(
                key,
                "reopen " + id + " " + body,
                () -> reopenQuestionnaire.reopen(id, questions, reason, actor.name()));
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY})
    @Operation(summary = "Ends a questionnaire that nobody needs any more, with a reason")
    public Response withdraw(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Withdrawal sent) {
        String reason = Sent.prose(Sent.present(sent).reason(), "reason");
        return once(
                key, "withdraw " + id + " " + reason, () -> withdrawQuestionnaire.withdraw(id, reason, actor.name()));
    }

    private Response once(@Nullable String key, String what, Supplier<Questionnaire> act) {
        return idempotency.once(key, "POST questionnaire " + what, () -> views.answer(act.get(), Response.ok()));
    }
}
