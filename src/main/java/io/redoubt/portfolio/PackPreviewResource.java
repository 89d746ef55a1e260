package io.redoubt.portfolio;

import com.fasterxml.jackson.databind.JsonNode;
import io.redoubt.identity.Role;
import io.redoubt.policy.PackPreviews;
import io.redoubt.policy.PreviewDraft;
import io.redoubt.policy.PreviewSummary;
import io.redoubt.problem.ProblemType;
import io.redoubt.web.Cursor;
import io.redoubt.web.Page;
import io.redoubt.web.PageKey;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a draft would do to the portfolio, before anybody approves it. */
@Path("/api/v1/pack-drafts/{id}/previews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule packs")
class PackPreviewResource {
    private final PackPreviews previews;
    private final PreviewDraft previewDraft;
    private final QueueJob queueJob;
    private final Jobs jobs;

    PackPreviewResource(PackPreviews previews, PreviewDraft previewDraft, QueueJob queueJob, Jobs jobs) {
        this.previews = previews;
        this.previewDraft = previewDraft;
        this.queueJob = queueJob;
        this.jobs = jobs;
    }

    /**
     * A preview.
     *
     * @param current whether draft and pack in force are still those that were compared; null while it is under way
     * @param impact null while it is under way
     */
    record Preview(
            JobStatus job,
            @Nullable Boolean current,
            @Nullable PreviewSummary impact) {}

    @POST
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER})
    @Operation(
            summary = "Rates the portfolio under a draft, as a job; without a day, for that on which most of it counts")
    @APIResponse(responseCode = "202", description = "Queued; Location is the job")
    public Response preview(
            @PathParam("id") UUID draft,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        Optional<LocalDate> asked = Optional.ofNullable(asOf);
        LocalDate earliest = previewDraft.earliest();
        asked.ifPresent(previewDraft::requirePublishable);
        return queueJob.queue(
                "preview-draft",
                asked.orElse(earliest),
                key,
                "POST previews " + draft + " " + asked.map(LocalDate::toString).orElse(""),
                job -> previews.ask(job.id, draft, asked));
    }

    @GET
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "The previews of a draft, the latest first")
    @Transactional
    public List<Preview> list(@PathParam("id") UUID draft) {
        return previews.ofDraft(draft).stream()
                .map(jobs::findById)
                .sorted((a, b) -> b.createdAt.compareTo(a.createdAt))
                .map(job -> shown(draft, job))
                .toList();
    }

    @GET
    @Path("/{job}")
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(summary = "How far a preview is, and what it came to")
    @Transactional
    public Preview get(@PathParam("id") UUID draft, @PathParam("job") UUID job) {
        return shown(
                draft,
                jobs.findByIdOptional(job)
                        .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no preview (" + job + ").")));
    }

    private Preview shown(UUID draft, Job job) {
        Optional<PreviewSummary> summary = previews.summary(draft, job.id);
        return new Preview(
                JobStatus.of(job),
                summary.map(found -> previews.isCurrent(draft, job.id, found)).orElse(null),
                summary.orElse(null));
    }

    @GET
    @Path("/{job}/suppliers")
    @RolesAllowed({Role.LEGAL, Role.LEGAL_APPROVER, Role.AUDITOR})
    @Operation(
            summary = "Suppliers on whom something differs: another band first, then clearances, then who moves most")
    @Transactional
    public Page<JsonNode> suppliers(
            @PathParam("id") UUID draft,
            @PathParam("job") UUID job,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") Integer limit) {
        int size = Cursor.limit(limit);
        PreviewSummary summary = previews.summary(draft, job)
                .orElseThrow(() -> ProblemType.CONFLICT.because("The preview (" + job + ") is not done."));
        List<JsonNode> found = new ArrayList<>();
        previews.impacts(draft, job, PageKey.number(cursor, 0), size + 1).forEach(found::add);
        return Page.of(
                found, size, Function.identity(), impact -> impact.path("place").asText(), summary.changed());
    }
}
