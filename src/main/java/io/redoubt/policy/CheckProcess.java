package io.redoubt.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redoubt.shared.Place;
import io.redoubt.shared.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Checks packs in a process of its own, with limits on time and memory, without the service's environment: what an author
 * wrote can end that process and nothing else. It is kept for the next check, and a new one is started where it is gone.
 */
@ApplicationScoped
class CheckProcess {
    private final ObjectMapper json;
    private final String data;
    private final String rules;
    private final WorkerProcess.Limits limits;
    private @Nullable WorkerProcess process;

    CheckProcess(
            ObjectMapper json,
            @ConfigProperty(name = "redoubt.data") String data,
            @ConfigProperty(name = "redoubt.rules") String rules,
            @ConfigProperty(name = "redoubt.policy.check-seconds") int seconds,
            @ConfigProperty(name = "redoubt.policy.check-megabytes") int megabytes) {
        this.json = json;
        this.data = data;
        this.rules = rules;
        this.limits = new WorkerProcess.Limits(Duration.ofSeconds(seconds), megabytes);
    }

    /** One check at a time: more would share its limits. */
    synchronized CheckedPack check(CheckWorker.Request request) {
        try {
            return json.readValue(running().exchange(json.writeValueAsBytes(request)), CheckedPack.class);
        } catch (WorkerProcess.Ended e) {
            return over(request, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CheckedPack over(CheckWorker.Request request, String limit) {
        String file = request.draft().keySet().stream()
                .map(subject -> subject.layout().main())
                .findFirst()
                .orElse("");
        return CheckedPack.unreadable(List.of(new Problem(
                Place.of(file),
                "The check must be done within its limits; it took " + limit + ".\nMaybe there are far more rows or"
                        + " alternatives than anybody can read.")));
    }

    /** Starts the process while the author still writes, so that the first check meets a warm one. */
    void prepare() {
        Thread thread = new Thread(this::begin, "check-process");
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized void begin() {
        try {
            running();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WorkerProcess running() throws IOException {
        WorkerProcess kept = process;
        if (kept == null || !kept.isAlive()) {
            kept = WorkerProcess.start(limits, "worker", "check", "--data", data, "--pack", rules);
            process = kept;
        }
        return kept;
    }

    @PreDestroy
    synchronized void stop() {
        if (process != null) {
            process.close();
            process = null;
        }
    }
}
