package io.redoubt.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redoubt.shared.Place;
import io.redoubt.shared.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Checks packs in a process of its own, with limits on time and memory, without the service's environment: what an author
 * wrote can end that process and nothing else. It is kept for the next check, and a new one is started where it is gone.
 */
@ApplicationScoped
class CheckProcess {
    private static final String RUNNER = "quarkus-run.jar";
    private static final String MAIN = "io.redoubt.cli.Main";

    private final ObjectMapper json;
    private final String data;
    private final String rules;
    private final Duration longest;
    private final int megabytes;
    private @Nullable Process process;

    CheckProcess(
            ObjectMapper json,
            @ConfigProperty(name = "redoubt.data") String data,
            @ConfigProperty(name = "redoubt.rules") String rules,
            @ConfigProperty(name = "redoubt.policy.check-seconds") int seconds,
            @ConfigProperty(name = "redoubt.policy.check-megabytes") int megabytes) {
        this.json = json;
        this.data = data;
        this.rules = rules;
        this.longest = Duration.ofSeconds(seconds);
        this.megabytes = megabytes;
    }

    /** One check at a time: more would share its limits. */
    synchronized CheckedPack check(CheckWorker.Request request) {
        try {
            return json.readValue(within(json.writeValueAsBytes(request)), CheckedPack.class);
        } catch (TimeoutException e) {
            stop();
            return over("more than " + longest.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            stop();
            return over("more than " + megabytes + " MB, or its process was ended");
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            return over("longer than the service runs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] within(byte[] request)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Process worker = running();
        FutureTask<byte[]> exchange = new FutureTask<>(() -> exchange(worker, request));
        Thread thread = new Thread(exchange, "pack-check");
        thread.setDaemon(true);
        thread.start();
        return exchange.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static byte[] exchange(Process worker, byte[] request) throws IOException {
        DataOutputStream out = new DataOutputStream(worker.getOutputStream());
        out.writeInt(request.length);
        out.write(request);
        out.flush();
        DataInputStream in = new DataInputStream(worker.getInputStream());
        byte[] answer = new byte[in.readInt()];
        in.readFully(answer);
        return answer;
    }

    private static CheckedPack over(String limit) {
        return CheckedPack.unreadable(List.of(new Problem(
                Place.of("pack.yaml"),
                "The check must be done within its limits; it took " + limit + ".\nMaybe the pack has far more rows or"
                        + " alternatives than anybody can read.")));
    }

    private Process running() throws IOException {
        if (process == null || !process.isAlive()) {
            ProcessBuilder builder = new ProcessBuilder(command());
            builder.environment().clear();
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            process = builder.start();
        }
        return process;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError"));
        String classes = System.getProperty("java.class.path");
        command.addAll(
                classes.endsWith(RUNNER) && !classes.contains(File.pathSeparator)
                        ? List.of("-jar", classes)
                        : List.of("-cp", classes, MAIN));
        command.addAll(List.of("check-worker", "--data", data, "--pack", rules));
        return command;
    }

    @PreDestroy
    synchronized void stop() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
            process = null;
        }
    }
}
