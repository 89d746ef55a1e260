package io.redoubt.questionnaire;

import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.web.Idempotency;
import io.redoubt.web.Sent;
import io.redoubt.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a reviewer says of an answer. */
@Path("/api/v1/questionnaires/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questionnaires")
class ReviewResource {
    private final Forms forms;
    private final ReviewResponse reviewResponse;
    private final ApproveExcuses approveExcuses;
    private final Idempotency idempotency;
    private final Actor actor;

    ReviewResource(
            Forms forms,
            ReviewResponse reviewResponse,
            ApproveExcuses approveExcuses,
            Idempotency idempotency,
            Actor actor) {
        this.forms = forms;
        this.reviewResponse = reviewResponse;
        this.approveExcuses = approveExcuses;
        this.idempotency = idempotency;
        this.actor = actor;
    }

    /** How well an answer is shown, and until when, where the reviewer knows better than who answered. */
    record Acceptance(
            @Nullable String verification, @Nullable LocalDate validUntil) {}

    /** Why an answer comes back. */
    record Return(@Nullable String note) {}

    /** Until when questions that a rule left out do not apply. */
    record Excusing(@Nullable LocalDate validUntil) {}

    /** The questions that now do not apply. */
    record Excused(List<String> questions) {}

    /** A response with our questions that it now answers in the ledger. */
    record Reviewed(ResponseView response, List<String> recorded) {}

    @POST
    @Path("/responses/{question}/accept")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY})
    @Operation(summary = "Accepts an answer, which puts it in the ledger at once")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Reviewed.class)))
    public Response accept(
            @PathParam("id") UUID id,
            @PathParam("question") String question,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Acceptance sent) {
        Acceptance body = Sent.present(sent);
        return decide(
                key,
                new ReviewResponse.Decision(
                        id,
                        question,
                        ifMatch,
                        Optional.of(Sent.text(body.verification(), "verification")),
                        Optional.ofNullable(body.validUntil()),
                        Optional.empty()));
    }

    @POST
    @Path("/responses/{question}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY})
    @Operation(summary = "Returns an answer with a note that whoever answers reads")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Reviewed.class)))
    public Response giveBack(
            @PathParam("id") UUID id,
            @PathParam("question") String question,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Return sent) {
        String note = Sent.prose(Sent.present(sent).note(), "note");
        return decide(
                key,
                new ReviewResponse.Decision(
                        id, question, ifMatch, Optional.empty(), Optional.empty(), Optional.of(note)));
    }

    @POST
    @Path("/excuses")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PROCUREMENT, Role.SECURITY})
    @Operation(
            summary = "Agrees that the questions which a rule left out do not apply, until a day",
            description =
                    "Left out is not answered: only this makes it a fact. Not by whoever assigned or submitted it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Excused.class)))
    public Response excuse(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable Excusing sent) {
        LocalDate until = Sent.present(sent).validUntil();
        if (until == null) {
            throw ProblemType.INVALID.because("The validUntil must be present.");
        }
        return idempotency.once(
                key,
                "POST excuses " + id + " " + until,
                () -> Response.ok(new Excused(approveExcuses.approve(id, until, actor.name())))
                        .build());
    }

    private Response decide(@Nullable String key, ReviewResponse.Decision decision) {
        return idempotency.once(key, "POST review " + decision, () -> {
            ReviewResponse.Decided decided = reviewResponse.decide(decision, actor.name());
            ResponseView view = ResponseView.of(decided.response(), forms.given(decided.response()));
            return Response.ok(new Reviewed(view, decided.recorded()))
                    .header("ETag", Versions.tag(view.version()))
                    .build();
        });
    }
}
