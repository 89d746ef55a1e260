package io.redoubt.config.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder in the making: it works under a name of its own and gets the real one by an atomic rename.
 *
 * <p>So the real name never shows half a folder, whoever is killed when, and a killed JVM's initdb that still runs never
 * writes where its successor does.
 */
record UnfinishedFolder(Path path, Path finishedName) {
    private static final System.Logger LOG = System.getLogger(UnfinishedFolder.class.getName());

    /** Starts a new one beside its final place and clears away what earlier attempts left. */
    static UnfinishedFolder startingAnew(Path finishedName) throws IOException {
        String prefix = finishedName.getFileName() + ".part-";
        Path parent = finishedName.resolveSibling("");
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(parent, prefix + "*")) {
            leftovers.forEach(UnfinishedFolder::discard);
        }
        return new UnfinishedFolder(Files.createTempDirectory(parent, prefix), finishedName);
    }

    void finish() throws IOException {
        Files.move(path, finishedName, StandardCopyOption.ATOMIC_MOVE);
        if (!PostgresBinaries.isWindows()) { // where a folder can't be opened and so not be synced
            try (FileChannel parent = FileChannel.open(finishedName.resolveSibling(""), StandardOpenOption.READ)) {
                parent.force(true);
            }
        }
    }

    /** As far as possible: an orphaned initdb may still be writing, and the next start deletes the rest. */
    static void discard(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "Left for the next start: " + folder, e);
        }
    }
}
