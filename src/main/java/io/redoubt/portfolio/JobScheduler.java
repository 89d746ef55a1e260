package io.redoubt.portfolio;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Runs jobs on a clustered scheduler that keeps them in the database: whoever is free picks a job up, and one whose
 * runner died is picked up again when its heartbeat has been missed.
 */
@ApplicationScoped
class JobScheduler {
    private static final int FIRST = 1;
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final int MISSED = 4;

    private final Map<String, CustomTask<Void>> tasks = new HashMap<>();
    private final Scheduler scheduler;
    private final Jobs jobs;

    @Inject
    JobScheduler(DataSource database, JobRunner runner, @All List<JobKind> kinds, Jobs jobs) {
        this.jobs = jobs;
        kinds.forEach(kind -> tasks.put(kind.id(), task(kind, runner)));
        this.scheduler = Scheduler.create(database, List.copyOf(tasks.values()))
                .threads(Math.max(1, Runtime.getRuntime().availableProcessors() - 1))
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .enableImmediateExecution()
                .build();
    }

    private static CustomTask<Void> task(JobKind kind, JobRunner runner) {
        return Tasks.custom(kind.id(), Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> {
                    SchedulerState state = context.getSchedulerState();
                    boolean over = runner.run(UUID.fromString(instance.getId()), kind, state::isShuttingDown);
                    // work that stopped because this process does is anybody's
                    return over
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
                });
    }

    void start(@Observes StartupEvent event) {
        scheduler.start();
        jobs.unfinished().forEach(job -> queue(job.kind, job.id));
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent event) {
        scheduler.stop();
    }

    /** Queues a job; after the transaction that made it. */
    void queue(String kind, UUID job) {
        scheduler.scheduleIfNotExists(Objects.requireNonNull(tasks.get(kind)).instance(job.toString()), Instant.now());
    }
}
