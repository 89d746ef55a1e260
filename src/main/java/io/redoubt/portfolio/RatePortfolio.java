package io.redoubt.portfolio;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redoubt.assessment.AssessSupplier;
import io.redoubt.audit.AuditTrail;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.portfolio.Job.State;
import io.redoubt.scoring.BandChanges;
import io.redoubt.scoring.files.WeightsJson;
import io.redoubt.supplier.SupplierDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Rates every supplier, chunk by chunk in the order of ids. A chunk's assessments and the position behind it are one
 * transaction, so a crash loses at most the chunk at hand and none is rated twice. Chunks are small because somebody who
 * rates one of their suppliers meanwhile waits for the end of the transaction.
 */
@ApplicationScoped
class RatePortfolio {
    private static final int CHUNK = 25;

    private final Jobs jobs;
    private final SupplierDocuments documents;
    private final AssessSupplier assessSupplier;
    private final ActiveMethodology methodology;
    private final AuditTrail audit;
    private final Clock clock;

    RatePortfolio(
            Jobs jobs,
            SupplierDocuments documents,
            AssessSupplier assessSupplier,
            ActiveMethodology methodology,
            AuditTrail audit,
            Clock clock) {
        this.jobs = jobs;
        this.documents = documents;
        this.assessSupplier = assessSupplier;
        this.methodology = methodology;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Works until the job is over; called again after a crash it goes on where it was.
     *
     * @param stopping whether to stop after the chunk at hand, because the service does
     * @return whether the job is over
     */
    boolean run(UUID job, BooleanSupplier stopping) {
        try {
            while (QuarkusTransaction.requiringNew().call(() -> step(job))) {
                Log.debugf("Job %s goes on", job);
                if (stopping.getAsBoolean()) {
                    return false;
                }
            }
        } catch (RuntimeException e) {
            if (isPassing(e)) {
                throw e;
            }
            Log.errorf(e, "Job %s failed", job);
            QuarkusTransaction.requiringNew()
                    .run(() -> jobs.findByIdOptional(job, LockModeType.PESSIMISTIC_WRITE)
                            .filter(kept -> !kept.state.isOver())
                            .ifPresent(kept -> {
                                kept.problem = "The work stopped at the supplier after " + kept.position + ".";
                                finish(kept, State.FAILED);
                            }));
        }
        return true;
    }

    /**
     * Whether it is worth trying again: a lost connection, none to be had (which the pool says without a state), or
     * somebody else's lock. The scheduler then does.
     */
    private static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String state = cause instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
            if (state.matches("null|(08|40|53|55|57).*")) {
                return true;
            }
        }
        return false;
    }

    /** Does one chunk; whether there is more to do. */
    private boolean step(UUID id) {
        Optional<Job> found = jobs.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
        if (found.isEmpty() || found.get().state.isOver()) {
            return false;
        }
        Job job = found.get();
        job.state = State.RUNNING;
        if (job.cancelRequested) {
            finish(job, State.CANCELLED);
            return false;
        }
        List<String> chunk = documents.idsAfter(job.position, CHUNK);
        if (chunk.isEmpty()) {
            finish(job, State.DONE);
            return false;
        }
        job.bandChanges = counted(job, assessSupplier.assess(chunk, job.asOf, job.requestedBy));
        job.position = chunk.get(chunk.size() - 1);
        job.done += chunk.size();
        job.total = Math.max(job.total, job.done);
        return true;
    }

    /** What hangs on the weights among the suppliers done, those of this chunk included. */
    private String counted(Job job, List<AssessSupplier.Act> acts) {
        BandChanges changes = kept(job);
        for (AssessSupplier.Act act : acts) {
            changes = changes.plus(act.outcome());
        }
        return WeightsJson.write(changes).toString();
    }

    private BandChanges kept(Job job) {
        return JobStatus.bandChanges(job)
                .orElseGet(() -> BandChanges.none(methodology.get().pack()));
    }

    private void finish(Job job, State state) {
        job.state = state;
        job.finishedAt = clock.instant();
        audit.record(
                job.requestedBy,
                "finished",
                new AuditTrail.Subject("job", job.id.toString()),
                Map.of("state", state, "rated", job.done, "asOf", job.asOf));
    }
}
