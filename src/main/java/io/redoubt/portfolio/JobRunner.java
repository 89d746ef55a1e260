package io.redoubt.portfolio;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redoubt.audit.AuditTrail;
import io.redoubt.policy.PreviewProcess;
import io.redoubt.portfolio.Job.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Works on jobs chunk by chunk until they are done, cancelled or failed. What a chunk did and how far the job is are one
 * transaction, so a crash loses at most the chunk at hand.
 */
@ApplicationScoped
class JobRunner {
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Clock clock;

    JobRunner(Jobs jobs, AuditTrail audit, Clock clock) {
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Works until the job is over; called again after a crash it goes on.
     *
     * @param stopping whether to stop after the chunk at hand, because the service does
     * @return whether the job is over
     */
    boolean run(UUID job, JobKind kind, BooleanSupplier stopping) {
        try (JobWork work = kind.begin()) {
            while (QuarkusTransaction.requiringNew().call(() -> step(job, work))) {
                Log.debugf("Job %s goes on", job);
                if (stopping.getAsBoolean()) {
                    return false;
                }
            }
        } catch (PreviewProcess.Superseded e) {
            Log.infof("Job %s is worked on by somebody else", job);
        } catch (PreviewProcess.Refused e) {
            if (Thread.currentThread().isInterrupted()) {
                // the service stops; the next one goes on
                throw e;
            }
            fail(job, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            if (isPassing(e)) {
                throw e;
            }
            Log.errorf(e, "Job %s failed", job);
            fail(job, "");
        }
        return true;
    }

    /** @param problem what to tell; empty where nothing but the place is known */
    private void fail(UUID job, String problem) {
        QuarkusTransaction.requiringNew()
                .run(() -> jobs.findByIdOptional(job, LockModeType.PESSIMISTIC_WRITE)
                        .filter(kept -> !kept.state.isOver())
                        .ifPresent(kept -> {
                            kept.problem = problem.isEmpty()
                                    ? "The work stopped at the "
                                            + (kept.position.isEmpty()
                                                    ? "first supplier."
                                                    : "supplier after " + kept.position + ".")
                                    : problem;
                            finish(kept, State.FAILED);
                        }));
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
    private boolean step(UUID id, JobWork work) {
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
        if (work.step(job)) {
            return true;
        }
        finish(job, State.DONE);
        return false;
    }

    private void finish(Job job, State state) {
        job.state = state;
        job.finishedAt = clock.instant();
        audit.record(
                job.requestedBy,
                "finished",
                new AuditTrail.Subject("job", job.id.toString()),
                Map.of(
                        "kind",
                        job.kind,
                        "state",
                        state,
                        "rated",
                        job.done,
                        "untouched",
                        Objects.requireNonNullElse(job.untouched, 0L),
                        "asOf",
                        job.asOf));
    }
}
