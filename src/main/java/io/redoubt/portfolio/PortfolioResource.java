package io.redoubt.portfolio;

import io.redoubt.assessment.AssessSupplier;
import io.redoubt.audit.AuditTrail;
import io.redoubt.identity.Actor;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.web.Cursor;
import io.redoubt.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All suppliers together: rating them as a job, and their ranking. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portfolio")
class PortfolioResource {
    private final Jobs jobs;
    private final QueueJob queueJob;
    private final RankingQuery ranking;
    private final AssessSupplier assessSupplier;
    private final AuditTrail audit;
    private final Actor actor;
    private final Clock clock;

    PortfolioResource(
            Jobs jobs,
            QueueJob queueJob,
            RankingQuery ranking,
            AssessSupplier assessSupplier,
            AuditTrail audit,
            Actor actor,
            Clock clock) {
        this.jobs = jobs;
        this.queueJob = queueJob;
        this.ranking = ranking;
        this.assessSupplier = assessSupplier;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    @POST
    @Path("/portfolio/ratings")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY})
    @Operation(summary = "Rates every supplier for a day, as a job")
    @APIResponse(responseCode = "202", description = "Queued; Location is the job")
    public Response rateAll(
            @QueryParam("asOf") @Nullable LocalDate asOf, @HeaderParam("Idempotency-Key") @Nullable String key) {
        LocalDate day = asOf == null ? LocalDate.now(clock.withZone(ZoneOffset.UTC)) : asOf;
        assessSupplier.requireRateable(day);
        // the day as it was asked for: a request that named none is the same one after midnight
        String asked = asOf == null ? "today" : asOf.toString();
        return queueJob.queue(RatePortfolio.ID, day, key, "POST portfolio/ratings " + asked, job -> {});
    }

    @GET
    @Path("/jobs/{id}")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.LEGAL_APPROVER, Role.SECURITY, Role.ADMINISTRATOR})
    @Operation(summary = "How far a job is")
    @Transactional
    public JobStatus job(@PathParam("id") UUID id) {
        return JobStatus.of(jobs.findByIdOptional(id).filter(this::isVisible).orElseThrow(() -> missing(id)));
    }

    @DELETE
    @Path("/jobs/{id}")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.LEGAL_APPROVER, Role.SECURITY, Role.ADMINISTRATOR})
    @Operation(summary = "Ends a job that waits, or asks it to stop after the chunk at hand; what is done stays")
    @Transactional
    public Response cancel(@PathParam("id") UUID id) {
        // locked, because it may end while we look
        Job job = jobs.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(this::isVisible)
                .orElseThrow(() -> missing(id));
        if (job.state.isOver()) {
            throw ProblemType.CONFLICT.because("The job (" + id + ") is over: " + job.state + ".");
        }
        job.cancelRequested = true;
        if (job.state == Job.State.QUEUED) {
            job.state = Job.State.CANCELLED;
            job.finishedAt = clock.instant();
        }
        audit.record(actor.name(), "cancelled", new AuditTrail.Subject("job", id.toString()), Map.of());
        return Response.accepted().build();
    }

    @GET
    @Path("/portfolio/ranking")
    @RolesAllowed({Role.PROCUREMENT, Role.LEGAL, Role.SECURITY, Role.ENGINEERING, Role.EXECUTIVE, Role.AUDITOR})
    @Operation(summary = "The latest assessment of each supplier, least risk first, then unrated, then disqualified")
    @Transactional
    public Page<RankingQuery.Entry> ranking(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") Integer limit) {
        int size = Cursor.limit(limit);
        return Page.of(
                ranking.after(Cursor.read(cursor), size + 1),
                size,
                Function.identity(),
                RankingQuery.Entry::key,
                ranking.count());
    }

    /** What a preview tells is of a draft, which is the legal team's. */
    private boolean isVisible(Job job) {
        return !job.kind.equals("preview-draft") || actor.hasAny(Role.LEGAL, Role.LEGAL_APPROVER);
    }

    private static RuntimeException missing(UUID id) {
        return ProblemType.NOT_FOUND.because("There is no job (" + id + ").");
    }
}
