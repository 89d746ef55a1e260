package io.redoubt.questionnaire;

import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.web.Cursor;
import io.redoubt.web.Idempotency;
import io.redoubt.web.Page;
import io.redoubt.web.Sent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a supplier is asked. */
@Path("/api/v1/suppliers/{supplier}/questionnaires")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questionnaires")
class SupplierQuestionnaireResource {
    private final AssignQuestionnaire assignQuestionnaire;
    private final Questionnaires questionnaires;
    private final SupplierKnowledge knowledge;
    private final QuestionnaireViews views;
    private final Idempotency idempotency;
    private final Actor actor;
    private final Clock clock;

    SupplierQuestionnaireResource(
            AssignQuestionnaire assignQuestionnaire,
            Questionnaires questionnaires,
            SupplierKnowledge knowledge,
            QuestionnaireViews views,
            Idempotency idempotency,
            Actor actor,
            Clock clock) {
        this.assignQuestionnaire = assignQuestionnaire;
        this.questionnaires = questionnaires;
        this.knowledge = knowledge;
        this.views = views;
        this.idempotency = idempotency;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * What is to be asked.
     *
     * @param site that answers for itself; without it the whole supplier
     * @param engagement whose inherent risk decides; without it the worst that runs
     * @param tier ordered though the risk calls for less
     */
    record NewQuestionnaire(
            @Nullable String template,
            @Nullable LocalDate dueOn,
            @Nullable String site,
            @Nullable String engagement,
            @Nullable String tier) {}

    @GET
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY, Role.LEGAL, Role.ENGINEERING, Role.AUDITOR})
    @Operation(summary = "Lists what a supplier was and is asked")
    @Transactional
    public Page<QuestionnaireView> list(
            @PathParam("supplier") String supplier,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") Integer limit) {
        int size = Cursor.limit(limit);
        knowledge.facts(LocalDate.now(clock.withZone(ZoneOffset.UTC)), supplier);
        return Page.of(
                questionnaires.of(supplier, Cursor.read(cursor), size + 1),
                size,
                views::of,
                view -> view.id().toString(),
                questionnaires.count("supplierId", supplier));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY})
    @Operation(
            summary = "Asks a supplier what its inherent risk calls for",
            description = "Each question that is not asked is told with the reason at /questionnaires/{id}/left-out.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = QuestionnaireView.class)))
    public Response assign(
            @PathParam("supplier") String supplier,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable NewQuestionnaire sent) {
        NewQuestionnaire body = Sent.present(sent);
        LocalDate dueOn = body.dueOn();
        if (dueOn == null) {
            throw ProblemType.INVALID.because("The dueOn must be present.");
        }
        AssignQuestionnaire.Assignment assignment = new AssignQuestionnaire.Assignment(
                supplier,
                Sent.text(body.template(), "template"),
                dueOn,
                Sent.optional(body.site(), "site"),
                Sent.optional(body.engagement(), "engagement"),
                Sent.optional(body.tier(), "tier"));
        return idempotency.once(key, "POST questionnaires " + assignment, () -> {
            Questionnaire made = assignQuestionnaire.assign(assignment, actor.name());
            return views.answer(made, Response.created(URI.create("/api/v1/questionnaires/" + made.id)));
        });
    }
}
