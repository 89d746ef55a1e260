package io.redoubt.policy;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * A process of our own program with limits on time and memory and none of our environment, so that what it reads can end
 * that process and nothing else. Each message is answered by one.
 */
final class WorkerProcess implements AutoCloseable {
    private static final String RUNNER = "quarkus-run.jar";
    private static final String MAIN = "io.redoubt.cli.Main";

    private static final Logger LOG = Logger.getLogger(WorkerProcess.class);
    /** What the JVM ends with when its heap is full. */
    private static final int FULL = 3;
    /** What a process ends with that somebody killed or ended. */
    private static final Set<Integer> KILLED = Set.of(137, 143);

    private static final int LONGEST_ERROR = 4_000;
    private static final int PATIENCE = 4;

    private final Process process;
    private final Thread errors;
    private volatile String said = "";
    private final Limits limits;
    private final Messages messages;

    /**
     * How far a process may go.
     *
     * @param longest from a message to its answer; {@value #PATIENCE} times as long for one that other work on the machine
     *     keeps from its processor
     * @param megabytes of heap
     */
    record Limits(Duration longest, int megabytes) {}

    /** The process went too far, or somebody ended it; the message says which, to follow <em>it took</em>. */
    static class Ended extends Exception {
        private static final long serialVersionUID = 1L;

        Ended(String message) {
            super(message);
        }
    }

    /** Somebody ended the process, which says nothing of what it worked on. */
    static final class Killed extends Ended {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("an end that somebody else gave it");
        }
    }

    /** @param arguments of our command line */
    static WorkerProcess start(Limits limits, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + limits.megabytes() + "m",
                "-XX:+UseParallelGC",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-XX:+ExitOnOutOfMemoryError"));
        String classes = System.getProperty("java.class.path");
        command.addAll(
                classes.endsWith(RUNNER) && !classes.contains(File.pathSeparator)
                        ? List.of("-jar", classes)
                        : List.of("-cp", classes, MAIN));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        return new WorkerProcess(builder.start(), limits);
    }

    private WorkerProcess(Process process, Limits limits) {
        this.process = process;
        this.errors = new Thread(this::listen, "worker-errors");
        this.limits = limits;
        this.messages = new Messages(process.getInputStream(), process.getOutputStream());
        errors.setDaemon(true);
        errors.start();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** @throws Ended if it answers too late or not at all; the process is then gone */
    byte[] exchange(byte[] message) throws Ended {
        FutureTask<byte[]> exchange = new FutureTask<>(() -> {
            messages.send(message);
            return messages.next();
        });
        Thread thread = new Thread(exchange, "worker-exchange");
        thread.setDaemon(true);
        thread.start();
        try {
            return inTime(exchange);
        } catch (TimeoutException e) {
            close();
            throw new Ended("more than " + limits.longest().toSeconds() + " seconds");
        } catch (ExecutionException e) {
            throw ended();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new Ended("longer than the service runs");
        }
    }

    /** Who had the processor for less than half of the time was kept from it by others, and is no reason to complain. */
    private byte[] inTime(FutureTask<byte[]> exchange)
            throws TimeoutException, ExecutionException, InterruptedException {
        long longest = limits.longest().toNanos();
        long before = worked();
        try {
            return exchange.get(longest, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            if (worked() - before >= longest / 2) {
                throw e;
            }
            return exchange.get((PATIENCE - 1) * longest, TimeUnit.NANOSECONDS);
        }
    }

    /** Nanoseconds of processor since the start; none where the system does not tell. */
    private long worked() {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    /** Tells a limit from a fault of ours, which the log explains. */
    private Ended ended() {
        process.onExit().completeOnTimeout(process, 1, TimeUnit.SECONDS).join();
        int code = process.isAlive() ? 0 : process.exitValue();
        close();
        try {
            errors.join(Duration.ofSeconds(1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (code == FULL) {
            return new Ended("more than " + limits.megabytes() + " MB");
        }
        if (KILLED.contains(code)) {
            return new Killed();
        }
        LOG.errorf("A process that reads drafts ended by itself (%d): %s", code, said);
        return new Ended("an end that the log of the service explains");
    }

    /** Keeps the last of what it complains of. */
    private void listen() {
        char[] some = new char[LONGEST_ERROR];
        try (Reader reader = process.errorReader()) {
            for (int read = reader.read(some); read >= 0; read = reader.read(some)) {
                String all = said + new String(some, 0, read);
                said = all.substring(Math.max(0, all.length() - LONGEST_ERROR));
            }
        } catch (IOException e) {
            LOG.debug("The process is gone.", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
