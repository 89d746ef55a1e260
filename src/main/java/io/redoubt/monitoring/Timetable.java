package io.redoubt.monitoring;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.redoubt.assessment.RateChanged;
import io.redoubt.portfolio.RateByItself;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Short work that recurs, on a clustered scheduler of its own so that long jobs never hold it up. Each task runs on one
 * replica at a time; when its replica dies another one goes on.
 */
@ApplicationScoped
class Timetable {
    private static final int FIRST = 1;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED = 4;

    private final Scheduler scheduler;

    Timetable(
            DataSource database,
            RateChanged rateChanged,
            RateByItself rateByItself,
            @ConfigProperty(name = "redoubt.monitoring.look-every") Duration every) {
        List<RecurringTask<Void>> tasks = List.of(
                Tasks.recurring("rate-changed", FixedDelay.of(every))
                        .execute((task, context) -> rateChanged.rateAll(context.getSchedulerState()::isShuttingDown)),
                Tasks.recurring("queue-due", FixedDelay.of(every)).execute((task, context) -> rateByItself.queueDue()));
        this.scheduler = Scheduler.create(database)
                .tableName("recurring_task")
                .startTasks(tasks)
                .threads(tasks.size())
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    void start(@Observes StartupEvent event) {
        scheduler.start();
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent event) {
        scheduler.stop();
    }
}
