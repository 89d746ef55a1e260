package io.redoubt.config.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * One home, one living owner: a lock the operating system releases even after {@code kill -9}.
 *
 * <p>The locked byte lies far behind the pid in the file, because Windows lets nobody read a locked byte. Within one JVM
 * a system property claims the home before the file is touched, for two reasons: POSIX drops a process's lock as soon as
 * that process closes <em>any</em> handle on the file, so a second taker must not even open it (nor may anybody else
 * here); and a static field would be one per class loader, of which Quarkus has several.
 */
final class HomeLock implements AutoCloseable {
    private static final Duration PATIENCE_FOR_THE_PID = Duration.ofSeconds(1);

    private final String claim;
    private final FileChannel channel;

    private HomeLock(String claim, FileChannel channel) {
        this.claim = claim;
        this.channel = channel;
    }

    /** Takes the lock at once or refuses at once. */
    static HomeLock take(Path home) throws IOException {
        long ownPid = ProcessHandle.current().pid();
        String claim = "io.redoubt.home " + home;
        if (System.getProperties().putIfAbsent(claim, Long.toString(ownPid)) != null) {
            throw taken(home, "this very process, pid " + ownPid);
        }
        try {
            return new HomeLock(claim, lock(home, ownPid));
        } catch (IOException | RuntimeException e) {
            System.clearProperty(claim);
            throw e;
        }
    }

    private static FileChannel lock(Path home, long ownPid) throws IOException {
        Path file = home.resolve("postgres.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) == null) {
                throw taken(home, "pid " + owner(file));
            }
            channel.truncate(0).write(ByteBuffer.wrap(Long.toString(ownPid).getBytes(US_ASCII)));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The owner locks first and writes its pid a moment later, so an empty file or a dead pid is read again. */
    private static String owner(Path file) throws IOException {
        String[] pid = {""};
        boolean alive = Pause.until(PATIENCE_FOR_THE_PID, () -> {
            pid[0] = Files.readString(file, US_ASCII);
            return pid[0].matches("\\d{1,18}")
                    && ProcessHandle.of(Long.parseLong(pid[0])).isPresent();
        });
        return alive ? pid[0] : "unknown";
    }

    private static PostgresUnavailableException taken(Path home, String owner) {
        return new PostgresUnavailableException(
                "The home folder (" + home + ") must belong to one running Redoubt, but it is in use by " + owner + ".",
                "Maybe stop that one, or give this one another home folder.");
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            System.clearProperty(claim);
        }
    }
}
