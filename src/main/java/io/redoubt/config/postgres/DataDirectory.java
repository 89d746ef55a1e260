package io.redoubt.config.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code pgdata}, and the password that belongs to it.
 *
 * <p>initdb works in an {@link UnfinishedFolder}; what is called pgdata was complete once and is never deleted, only
 * refused. Settings are written once, into postgresql.conf, so that an operator's own edits stay: memory for a small
 * product server (128 MB of shared buffers, 60 connections), full durability, no unix socket (its path may be too long),
 * UTF-8 sorted by code point, which no update of a C library reorders.
 */
record DataDirectory(Path path, Path passwordFile) {
    static final String USER = "redoubt";

    private static final int PASSWORD_BYTES = 24;
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "shared_buffers=128MB",
            "max_connections=60",
            "fsync=on",
            "synchronous_commit=on",
            "password_encryption=scram-sha-256",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off");

    static DataDirectory in(Path home) {
        return new DataDirectory(home.resolve("pgdata"), home.resolve("postgres.password"));
    }

    /** Makes both on first use; afterwards refuses what this PostgreSQL can't read or we hold no key to. */
    void prepare(PostgresPrograms programs) throws IOException {
        if (!Files.exists(path)) {
            if (!Files.exists(passwordFile)) {
                generatePassword();
            }
            initialise(programs);
        }
        checkVersion();
        if (!Files.exists(passwordFile)) {
            throw new PostgresUnavailableException(
                    "The password file (" + passwordFile + ") must exist, because the data in " + path
                            + " was made with it.",
                    "Maybe restore it from a backup.");
        }
    }

    String password() throws IOException {
        return Files.readString(passwordFile, US_ASCII).strip();
    }

    private void checkVersion() throws IOException {
        Path file = path.resolve("PG_VERSION");
        String major = Files.exists(file) ? Files.readString(file, US_ASCII).strip() : "none";
        if (!major.equals(PostgresBinaries.MAJOR)) {
            throw new PostgresUnavailableException(
                    "The major version in PG_VERSION of the data directory " + path + " (" + major + ") must be "
                            + PostgresBinaries.MAJOR + ".",
                    "Maybe choose another home folder, and bring the data over with the Redoubt that made it.");
        }
    }

    private void initialise(PostgresPrograms programs) throws IOException {
        UnfinishedFolder part = UnfinishedFolder.startingAnew(path);
        List<String> options = List.of(
                "--pgdata=" + part.path(),
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Stream<String> settings = SETTINGS.stream().flatMap(setting -> Stream.of("-c", setting));
        if (!programs.run("initdb", Stream.concat(options.stream(), settings).toList())) {
            throw programs.failure("The new data directory (" + path + ") must be initialised by initdb.");
        }
        part.finish();
    }

    /** A temporary file is its owner's alone on POSIX from its first moment; Windows needs to be told. */
    private void generatePassword() throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Path part = Files.createTempFile(passwordFile.resolveSibling(""), "postgres.password.part-", "");
        AclFileAttributeView acl = Files.getFileAttributeView(part, AclFileAttributeView.class);
        if (acl != null) {
            acl.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(acl.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
        Files.writeString(part, Base64.getUrlEncoder().withoutPadding().encodeToString(random), US_ASCII);
        Files.move(part, passwordFile, StandardCopyOption.ATOMIC_MOVE);
    }
}
