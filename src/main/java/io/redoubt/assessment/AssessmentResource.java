package io.redoubt.assessment;

import com.fasterxml.jackson.databind.node.TextNode;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.scoring.RuleExplanation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What came out of an act of rating, why, and what it stands on. */
@Path("/api/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assessments")
class AssessmentResource {
    private final ReplayAssessment replay;
    private final Assessments assessments;

    AssessmentResource(ReplayAssessment replay, Assessments assessments) {
        this.replay = replay;
        this.assessments = assessments;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY, Role.ENGINEERING, Role.EXECUTIVE, Role.AUDITOR})
    @Operation(summary = "An assessment's outcome: figures with waterfalls, contributions, clearances")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "Outcome")))
    @Transactional
    public Response get(@PathParam("id") UUID id) {
        Assessment assessment = find(id);
        String retracted = assessments.retracted(List.of(id)).get(id);
        return Response.ok(retracted == null ? assessment.outcome : marked(assessment.outcome, retracted))
                .build();
    }

    /** The outcome as it was made, and in front of it that it was wrong. */
    private static String marked(String outcome, String reason) {
        return "{\"retracted\":" + TextNode.valueOf(reason) + "," + outcome.substring(1);
    }

    @GET
    @Path("/{id}/facts")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY, Role.AUDITOR})
    @Operation(summary = "The facts an assessment stands on, in canonical JSON")
    @Transactional
    public Response facts(@PathParam("id") UUID id) {
        return Response.ok(assessments.facts(find(id))).build();
    }

    @GET
    @Path("/{id}/rules")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY, Role.AUDITOR})
    @Operation(summary = "What every rule said and why, also why it did not fire")
    @Transactional
    public List<RuleExplanation> rules(@PathParam("id") UUID id) {
        return replay.explain(find(id));
    }

    @POST
    @Path("/{id}/replay")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY, Role.AUDITOR})
    @Operation(summary = "Rates the stored facts again under the stored pack and compares")
    @Transactional
    public ReplayAssessment.Replay replay(@PathParam("id") UUID id) {
        return replay.replay(find(id));
    }

    @GET
    @Path("/{id}/difference")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY, Role.EXECUTIVE, Role.AUDITOR})
    @Operation(
            summary = "What answers, ageing, imported facts and methodology changed since another assessment",
            description = "Each part is a Shapley value over the sixteen mixtures of the two; the parts sum exactly.")
    @Transactional
    public List<ReplayAssessment.Difference> difference(
            @PathParam("id") UUID id, @QueryParam("from") @Nullable UUID from) {
        if (from == null) {
            throw ProblemType.INVALID.because("The parameter (from) must name the assessment to compare with.");
        }
        return replay.differences(find(from), find(id));
    }

    private Assessment find(UUID id) {
        return assessments
                .findByIdOptional(id)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no assessment (" + id + ")."));
    }
}
