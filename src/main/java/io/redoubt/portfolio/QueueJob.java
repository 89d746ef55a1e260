package io.redoubt.portfolio;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redoubt.assessment.Occasion;
import io.redoubt.audit.AuditTrail;
import io.redoubt.identity.Actor;
import io.redoubt.supplier.SupplierDocuments;
import io.redoubt.web.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps work over all suppliers as a job and hands it to the scheduler; asked again with the same key, it is the same. */
@ApplicationScoped
class QueueJob {
    private final Jobs jobs;
    private final JobScheduler scheduler;
    private final SupplierDocuments documents;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Actor actor;
    private final Clock clock;

    QueueJob(
            Jobs jobs,
            JobScheduler scheduler,
            SupplierDocuments documents,
            Idempotency idempotency,
            AuditTrail audit,
            Actor actor,
            Clock clock) {
        this.jobs = jobs;
        this.scheduler = scheduler;
        this.documents = documents;
        this.idempotency = idempotency;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Queues a job.
     *
     * @param key of the request, if it has one
     * @param request what was asked for, in words that are the same when it is asked again
     * @param alongside kept in the transaction of the job
     * @return 202 with the job's address
     */
    Response queue(String kind, LocalDate asOf, @Nullable String key, String request, Consumer<Job> alongside) {
        Response answer = idempotency.once(key, request, () -> {
            Job job = QuarkusTransaction.joiningExisting().call(() -> {
                Job made = keep(kind, asOf, actor.name(), Occasion.ASKED);
                alongside.accept(made);
                return made;
            });
            return Response.accepted(JobStatus.of(job))
                    .location(URI.create("/api/v1/jobs/" + job.id))
                    .build();
        });
        scheduler.queue(kind, UUID.fromString(lastSegment(answer)));
        return answer;
    }

    /**
     * Keeps a job that nobody asked for, in the transaction of what made it due; the caller hands it to the scheduler after
     * that, and else the next start does.
     */
    Job keep(String kind, LocalDate asOf, String requestedBy, Occasion occasion) {
        Job job = new Job();
        job.id = UUID.randomUUID();
        job.kind = kind;
        job.occasion = occasion;
        job.asOf = asOf;
        job.total = documents.count();
        job.requestedBy = requestedBy;
        job.createdAt = clock.instant();
        jobs.persistAndFlush(job);
        audit.record(
                requestedBy,
                "queued",
                new AuditTrail.Subject("job", job.id.toString()),
                Map.of("kind", kind, "asOf", asOf, "occasion", occasion));
        return job;
    }

    private static String lastSegment(Response answer) {
        String location = String.valueOf(answer.getHeaderString("Location"));
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
