package io.redoubt.assessment;

import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.scoring.RuleExplanation;
import io.redoubt.web.Cursor;
import io.redoubt.web.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rates suppliers and answers what came out, why, and what it stands on. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assessments")
class AssessmentResource {
    private final AssessSupplier assessSupplier;
    private final ReplayAssessment replay;
    private final Assessments assessments;
    private final Idempotency idempotency;
    private final Actor actor;
    private final Clock clock;

    AssessmentResource(
            AssessSupplier assessSupplier,
            ReplayAssessment replay,
            Assessments assessments,
            Idempotency idempotency,
            Actor actor,
            Clock clock) {
        this.assessSupplier = assessSupplier;
        this.replay = replay;
        this.assessments = assessments;
        this.idempotency = idempotency;
        this.actor = actor;
        this.clock = clock;
    }

    /** An assessment in a list. A number stands beside the badge only where there is a rating. */
    record Summary(
            UUID id,
            String supplier,
            LocalDate asOf,
            Instant ratedAt,
            String ratedBy,
            String badge,
            @Nullable Integer risk,
            @Nullable Integer couldBe,
            boolean disputed,
            String packHash) {}

    /** A page of a list; see the supplier list. */
    record Page(List<Summary> items, @Nullable String next, long total, String totalIs) {}

    @POST
    @Path("/suppliers/{id}/assessments")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY})
    @Operation(summary = "Rates a supplier for a day and records the act")
    @APIResponse(
            responseCode = "201",
            description = "The outcome with every point explained",
            content = @Content(schema = @Schema(ref = "Outcome")))
    public Response assess(
            @PathParam("id") String supplier,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        LocalDate day = asOf == null ? LocalDate.now(clock.withZone(ZoneOffset.UTC)) : asOf;
        return idempotency.once(key, "POST assessments " + supplier + " " + day, () -> {
            List<AssessSupplier.Act> acts = assessSupplier.assess(List.of(supplier), day, actor.name());
            if (acts.isEmpty()) {
                throw ProblemType.NOT_FOUND.because("There is no such supplier.");
            }
            Assessment made = find(acts.get(0).id());
            return Response.created(URI.create("/api/v1/assessments/" + made.id))
                    .entity(made.outcome)
                    .build();
        });
    }

    @GET
    @Path("/suppliers/{id}/assessments")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY, Role.ENGINEERING, Role.EXECUTIVE, Role.AUDITOR})
    @Operation(summary = "A supplier's assessments, the latest first")
    @Transactional
    public Page history(
            @PathParam("id") String supplier,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int size = Cursor.limit(limit);
        int offset = offset(Cursor.read(cursor));
        List<Assessment> found = assessments.of(supplier, offset, size + 1);
        String next = found.size() > size ? Cursor.of(String.valueOf(offset + size)) : null;
        List<Summary> items =
                found.stream().limit(size).map(AssessmentResource::summary).toList();
        return new Page(items, next, assessments.count("supplierId", supplier), "exact");
    }

    private static int offset(String cursor) {
        try {
            return cursor.isEmpty() ? 0 : Integer.parseUnsignedInt(cursor);
        } catch (NumberFormatException e) {
            throw ProblemType.MALFORMED.because("The cursor must be one that a page has answered.");
        }
    }

    @GET
    @Path("/assessments/{id}")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY, Role.ENGINEERING, Role.EXECUTIVE, Role.AUDITOR})
    @Operation(summary = "An assessment's outcome: figures with waterfalls, contributions, clearances")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "Outcome")))
    @Transactional
    public Response get(@PathParam("id") UUID id) {
        return Response.ok(find(id).outcome).build();
    }

    @GET
    @Path("/assessments/{id}/facts")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY, Role.AUDITOR})
    @Operation(summary = "The facts an assessment stands on, in canonical JSON")
    @Transactional
    public Response facts(@PathParam("id") UUID id) {
        return Response.ok(assessments.facts(find(id))).build();
    }

    @GET
    @Path("/assessments/{id}/rules")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY, Role.AUDITOR})
    @Operation(summary = "What every rule said and why, also why it did not fire")
    @Transactional
    public List<RuleExplanation> rules(@PathParam("id") UUID id) {
        return replay.explain(find(id));
    }

    @POST
    @Path("/assessments/{id}/replay")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY, Role.AUDITOR})
    @Operation(summary = "Rates the stored facts again under the stored pack and compares")
    @Transactional
    public ReplayAssessment.Replay replay(@PathParam("id") UUID id) {
        return replay.replay(find(id));
    }

    private Assessment find(UUID id) {
        return assessments
                .findByIdOptional(id)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no assessment (" + id + ")."));
    }

    private static Summary summary(Assessment assessment) {
        boolean rated = !assessment.badge.equals("UNRATED") && !assessment.badge.equals("DISQUALIFIED");
        return new Summary(
                assessment.id,
                assessment.supplierId,
                assessment.asOf,
                assessment.ratedAt,
                assessment.ratedBy,
                assessment.badge,
                rated ? assessment.worst : null,
                rated ? assessment.best : null,
                assessment.disputed,
                assessment.packHash);
    }
}
