package io.redoubt.policy;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The processes in which the service reads and runs what authors wrote. Who has work takes one for himself; one that has
 * done its work waits for the next, because a process that has worked before is several times as fast as a new one.
 */
@ApplicationScoped
class Workers {
    private final String data;
    private final String rules;
    private final WorkerProcess.Limits limits;
    private @Nullable WorkerProcess idle;
    private boolean stopped;

    Workers(
            @ConfigProperty(name = "redoubt.data") String data,
            @ConfigProperty(name = "redoubt.rules") String rules,
            @ConfigProperty(name = "redoubt.policy.check-seconds") int seconds,
            @ConfigProperty(name = "redoubt.policy.check-megabytes") int megabytes) {
        this.data = data;
        this.rules = rules;
        this.limits = new WorkerProcess.Limits(Duration.ofSeconds(seconds), megabytes);
    }

    /** The one that waits, or a new one; nobody else has it until it is given back. */
    synchronized WorkerProcess take() {
        if (stopped) {
            throw new IllegalStateException("The service stops.");
        }
        WorkerProcess taken = idle;
        idle = null;
        return taken != null && taken.isAlive() ? taken : start();
    }

    private WorkerProcess start() {
        try {
            return WorkerProcess.start(limits, "worker", "--data", data, "--pack", rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes back one that waits for work; it is kept where no other is. */
    synchronized void giveBack(WorkerProcess process) {
        if (stopped || idle != null || !process.isAlive()) {
            process.close();
        } else {
            idle = process;
        }
    }

    /** Starts one while the author still writes, so that the first check meets a warm one. */
    synchronized void prepare() {
        if (!stopped && (idle == null || !idle.isAlive())) {
            idle = start();
        }
    }

    @PreDestroy
    synchronized void stop() {
        stopped = true;
        if (idle != null) {
            idle.close();
            idle = null;
        }
    }
}
