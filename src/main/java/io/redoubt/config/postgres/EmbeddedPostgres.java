package io.redoubt.config.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

/**
 * The product's own PostgreSQL, for as long as this object is open.
 *
 * <p>{@link #start} decides between three ways: adopt a server that survived its JVM, stop and restart one that survived
 * but doesn't answer us, or start one. No shutdown hook is registered: hooks run side by side, and a database that stops
 * before the last request is served fails that request. Whoever opened this closes it last.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** How the running server came about. */
    public enum How {
        /** No server of this home was alive. */
        STARTED,
        /** One was, and it answers to our password. */
        ADOPTED,
        /** One was, but had to be stopped first. */
        RESTARTED
    }

    private final HomeLock lock;
    private final PostgresServer server;
    private final PostgresServer.Running running;
    private final String password;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedPostgres(HomeLock lock, PostgresServer server, PostgresServer.Running running) throws IOException {
        this.lock = lock;
        this.server = server;
        this.running = running;
        this.password = server.data().password();
    }

    /**
     * Brings the server of this home up, the home too if it doesn't exist.
     *
     * @throws PostgresUnavailableException if that can't be, with the reason in words for the operator
     */
    public static EmbeddedPostgres start(Path home) {
        return start(home, EmbeddedPostgres::freePort);
    }

    /** For tests that choose the port. */
    static EmbeddedPostgres start(Path home, IntSupplier port) {
        checkName(home);
        try {
            Path real = Files.createDirectories(home).toRealPath();
            return open(HomeLock.take(real), real, port);
        } catch (IOException | UncheckedIOException e) {
            throw new PostgresUnavailableException(
                    "The home folder (" + home.toAbsolutePath() + ") must be writable and have 200 MB free, but: " + e,
                    "Maybe choose another folder or change its owner.",
                    e);
        }
    }

    /** pg_ctl hands its paths to a shell within double quotes. */
    private static void checkName(Path home) {
        String name = home.toAbsolutePath().toString();
        String special = PostgresBinaries.isWindows() ? "%\n" : "$`\"\\\n";
        if (name.chars().anyMatch(letter -> special.indexOf(letter) >= 0)) {
            throw new PostgresUnavailableException(
                    "The path of the home folder (" + name + ") must contain no line break and none of "
                            + special.strip(),
                    "Maybe choose another folder.");
        }
    }

    private static EmbeddedPostgres open(HomeLock lock, Path home, IntSupplier port) throws IOException {
        try {
            PostgresServer server = PostgresServer.in(home);
            return new EmbeddedPostgres(lock, server, server.bringUp(port));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String jdbcUrl() {
        return PostgresServer.jdbcUrl(running.port());
    }

    public String user() {
        return DataDirectory.USER;
    }

    public String password() {
        return password;
    }

    public How how() {
        return running.how();
    }

    /**
     * Brings a server that has died back up, at the same address.
     *
     * @return whether it had died
     * @throws PostgresUnavailableException if it can't be brought up
     */
    public boolean revive() {
        try {
            if (closed.get() || server.isAlive()) {
                return false;
            }
            PostgresServer.Running again = server.bringUp(running::port);
            return again.how() != How.ADOPTED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all sessions, writes a checkpoint, waits for the end. Closing twice is closing once. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try (lock) {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
