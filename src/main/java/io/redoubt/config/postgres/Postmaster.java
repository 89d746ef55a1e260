package io.redoubt.config.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A live server of one data directory, found through its {@code postmaster.pid}.
 *
 * <p>That file outlives its server, so it is believed only if the process runs a program called postgres (a zombie runs
 * none, a reused pid another) and works in this very directory. Linux tells that; elsewhere the process must have started
 * when the file says, give or take ten seconds.
 */
record Postmaster(long pid, Instant startedAt, int port, String status) {
    private static final Duration START_TOLERANCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_TRANSITION = Duration.ofMinutes(10);

    /** Greater than any pid a system gives, so PostgreSQL finds it dead. */
    private static final String NOBODY = "2147483646";

    private static final int PID_LINE = 0;
    private static final int START_LINE = 2;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** The live server, once it is neither starting (a killed JVM's pg_ctl goes on) nor stopping. */
    static Optional<Postmaster> settledIn(Path dataDirectory) throws IOException {
        Pause.until(
                LONGEST_TRANSITION,
                () -> aliveIn(dataDirectory)
                        .map(server -> server.status.equals("ready"))
                        .orElse(true));
        return aliveIn(dataDirectory);
    }

    static Optional<Postmaster> aliveIn(Path dataDirectory) throws IOException {
        Path file = file(dataDirectory);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = new String(Files.readAllBytes(file), UTF_8).lines().toList();
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        try {
            Postmaster found = new Postmaster(
                    Long.parseLong(lines.get(PID_LINE).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(START_LINE).strip())),
                    Integer.parseInt(lines.get(PORT_LINE).strip()),
                    lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "starting");
            return found.serves(dataDirectory) ? Optional.of(found) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Makes PostgreSQL see that the file's process is gone, where a zombie or a stranger bears its pid. The rest of the
     * file stays: with it PostgreSQL finds out whether orphaned workers of the dead server still write.
     */
    static void disownIn(Path dataDirectory) throws IOException {
        Path file = file(dataDirectory);
        if (Files.exists(file) && aliveIn(dataDirectory).isEmpty()) {
            String text = new String(Files.readAllBytes(file), UTF_8);
            Files.writeString(file, NOBODY + text.substring(Math.max(0, text.indexOf('\n'))));
        }
    }

    boolean serves(Path dataDirectory) {
        return ProcessHandle.of(pid)
                .filter(process -> runsPostgres(process.info()))
                .filter(process -> worksIn(dataDirectory, process))
                .isPresent();
    }

    private static boolean runsPostgres(ProcessHandle.Info info) {
        return info.command()
                .map(command -> String.valueOf(Path.of(command).getFileName()))
                .filter(name -> name.startsWith("postgres"))
                .isPresent();
    }

    private boolean worksIn(Path dataDirectory, ProcessHandle process) {
        if (Files.exists(Path.of("/proc/self/cwd"))) {
            try {
                return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), dataDirectory);
            } catch (IOException e) {
                return false;
            }
        }
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs())
                .filter(difference -> difference.compareTo(START_TOLERANCE) < 0)
                .isPresent();
    }

    private static Path file(Path dataDirectory) {
        return dataDirectory.resolve("postmaster.pid");
    }
}
