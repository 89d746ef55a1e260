package io.redoubt.config.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked from the class path on first need.
 *
 * <p>Unpacked means: the folder bears its final name <em>and</em> still holds as many files and bytes as were written.
 * The name tells a killed process's leftovers, the count a power cut's (files may then be empty) or a careless hand's.
 * Counting 1,000 files costs about 10 ms; hashing their 75 MB would cost more than the start itself. Adopting a server
 * asks for no program and so pays neither.
 */
record PostgresBinaries(Path folder) {
    /** Same as the artifact's version in the POM; a test holds them together. */
    static final String VERSION = "18.6.0";

    /** Data directories are readable within one major version only. */
    static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));

    private static final String INVENTORY = "inventory.txt";
    private static final int OWNER_MAY_EXECUTE = 0100;

    static PostgresBinaries in(Path home) {
        return new PostgresBinaries(home.resolve("pgsql-" + VERSION));
    }

    /** Where a program lies, after unpacking all of them if need be. */
    Path program(String name) throws IOException {
        if (!isComplete()) {
            unpack();
        }
        return folder.resolve("bin").resolve(isWindows() ? name + ".exe" : name);
    }

    static boolean isWindows() {
        return osName().startsWith("windows");
    }

    private boolean isComplete() throws IOException {
        Path written = folder.resolve(INVENTORY);
        return Files.exists(written) && Files.readString(written).equals(inventory(folder));
    }

    private static String inventory(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder.toRealPath())) {
            List<Long> sizes = tree.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !file.endsWith(INVENTORY))
                    .map(file -> file.toFile().length())
                    .toList();
            long bytes = sizes.stream().mapToLong(Long::longValue).sum();
            return sizes.size() + " files, " + bytes + " bytes";
        }
    }

    private void unpack() throws IOException {
        UnfinishedFolder.discard(folder);
        UnfinishedFolder part = UnfinishedFolder.startingAnew(folder);
        try (InputStream compressed = new BufferedInputStream(archive(), 1 << 16);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(compressed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, entry.resolveIn(part.path()));
            }
        }
        Files.writeString(part.path().resolve(INVENTORY), inventory(part.path()));
        part.finish();
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.resolveSibling(""));
            Files.copy(content, target);
            if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0
                    && Files.getFileAttributeView(target, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static InputStream archive() {
        String os = osName().startsWith("mac") ? "darwin" : isWindows() ? "windows" : "linux";
        String arch = System.getProperty("os.arch", "").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "/postgres-" + os + "-" + arch + ".txz";
        InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new PostgresUnavailableException(
                    "The archive with PostgreSQL's programs (" + name + ") must be on the class path.",
                    "Maybe build on the machine Redoubt runs on, or configure a PostgreSQL server of your own.");
        }
        return archive;
    }

    private static String osName() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }
}
