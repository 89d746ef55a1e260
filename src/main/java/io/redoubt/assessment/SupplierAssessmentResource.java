package io.redoubt.assessment;

import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.web.Cursor;
import io.redoubt.web.Idempotency;
import io.redoubt.web.Page;
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
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rates a supplier, and lists its assessments. */
@Path("/api/v1/suppliers/{id}/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assessments")
class SupplierAssessmentResource {
    private final AssessSupplier assessSupplier;
    private final Assessments assessments;
    private final Idempotency idempotency;
    private final Actor actor;
    private final Clock clock;

    SupplierAssessmentResource(
            AssessSupplier assessSupplier, Assessments assessments, Idempotency idempotency, Actor actor, Clock clock) {
        this.assessSupplier = assessSupplier;
        this.assessments = assessments;
        this.idempotency = idempotency;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * An assessment in a list. A number stands beside the badge only where there is a rating.
     *
     * @param retracted why it was found to be wrong; null where it was not
     * @param editions hash of the pack and of the data that it was made with, as far as they are known
     */
    record Summary(
            UUID id,
            String supplier,
            LocalDate asOf,
            Instant ratedAt,
            String ratedBy,
            Occasion occasion,
            String badge,
            @Nullable Integer risk,
            @Nullable Integer couldBe,
            boolean disputed,
            @Nullable String retracted,
            String packHash,
            SortedMap<String, String> editions) {}

    @POST
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
        // the day as it was asked for: a request that named none is the same one after midnight
        String asked = asOf == null ? "today" : asOf.toString();
        return idempotency.once(key, "POST assessments " + supplier + " " + asked, () -> {
            List<AssessSupplier.Act> acts = assessSupplier.assess(List.of(supplier), day, actor.name());
            if (acts.isEmpty()) {
                throw ProblemType.NOT_FOUND.because("There is no such supplier.");
            }
            Assessment made = assessments.findById(acts.get(0).id());
            return Response.created(URI.create("/api/v1/assessments/" + made.id))
                    .entity(made.outcome)
                    .build();
        });
    }

    @GET
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY, Role.ENGINEERING, Role.EXECUTIVE, Role.AUDITOR})
    @Operation(summary = "A supplier's assessments, the latest first")
    @Transactional
    public Page<Summary> history(
            @PathParam("id") String supplier,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") Integer limit) {
        int size = Cursor.limit(limit);
        List<Assessment> found = assessments.before(HistoryPlace.read(cursor), supplier, size + 1);
        List<UUID> ids = found.stream().map(one -> one.id).toList();
        Map<UUID, String> retracted = assessments.retracted(ids);
        Set<UUID> disputed = assessments.disputed(ids);
        return Page.of(
                found,
                size,
                one -> summary(one, disputed.contains(one.id), retracted.get(one.id)),
                last -> new HistoryPlace(last.ratedAt(), last.id()).key(),
                assessments.count("supplierId", supplier));
    }

    private static Summary summary(Assessment assessment, boolean isDisputed, @Nullable String retracted) {
        SortedMap<String, String> editions = new TreeMap<>();
        assessment.madeWith().forEach((subject, hash) -> editions.put(subject.key(), hash));
        boolean rated = !assessment.badge.equals("UNRATED") && !assessment.badge.equals("DISQUALIFIED");
        return new Summary(
                assessment.id,
                assessment.supplierId,
                assessment.asOf,
                assessment.ratedAt,
                assessment.ratedBy,
                assessment.occasion,
                assessment.badge,
                rated ? assessment.worst : null,
                rated ? assessment.best : null,
                assessment.disputed || isDisputed,
                retracted,
                assessment.packHash,
                editions);
    }
}
