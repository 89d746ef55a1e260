package io.redoubt.portfolio;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
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

    private final CustomTask<Void> task;
    private final Scheduler scheduler;
    private final Jobs jobs;

    @Inject
    JobScheduler(DataSource database, RatePortfolio ratePortfolio, Jobs jobs) {
        this.jobs = jobs;
        this.task = Tasks.custom("rate-portfolio", Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> {
                    SchedulerState state = context.getSchedulerState();
                    boolean over = ratePortfolio.run(UUID.fromString(instance.getId()), state::isShuttingDown);
                    // work that stopped because this process does is anybody's
                    return over
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
                });
        this.scheduler = Scheduler.create(database, task)
                .threads(Math.max(1, Runtime.getRuntime().availableProcessors() - 1))
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .enableImmediateExecution()
                .build();
    }

    void start(@Observes StartupEvent event) {
        scheduler.start();
        jobs.unfinished().forEach(this::queue);
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent event) {
        scheduler.stop();
    }

    /** Queues a job; after the transaction that made it. */
    void queue(UUID job) {
        scheduler.scheduleIfNotExists(task.instance(job.toString()), java.time.Instant.now());
    }
}
