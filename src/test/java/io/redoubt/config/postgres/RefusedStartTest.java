package io.redoubt.config.postgres;

import static io.redoubt.config.postgres.HomeFixture.homeIn;
import static io.redoubt.config.postgres.HomeFixture.homeWithDataIn;
import static io.redoubt.config.postgres.HomeFixture.homeWithSurvivorIn;
import static io.redoubt.config.postgres.HomeFixture.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What may not start says why, and leaves everything as it was. */
class RefusedStartTest {
    @TempDir
    Path temporary = Path.of("");

    @AfterEach
    void leavesNoProcessBehind() throws Exception {
        HomeFixture.leave(temporary);
    }

    @Test
    void aSecondStartInTheSameProcessIsRefusedAndTheFirstRunsOn() throws Exception {
        // Given
        Path home = homeIn(temporary);
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home)) {

            // When
            PostgresUnavailableException refusal = refusalOf(home);

            // Then
            assertThat(refusal)
                    .hasMessageContaining("in use by this very process, pid "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("%nMaybe stop that one".formatted());
            assertThat(query(first, "SELECT 1")).isEqualTo("1");
            try (OwnerProcess other = OwnerProcess.of(home)) {
                assertThat(other.answer()).startsWith("REFUSED ");
            }
        }
    }

    @Test
    void aStartBesideAnotherLiveProcessIsRefusedWithItsPid() throws Exception {
        // Given
        Path home = homeIn(temporary);
        try (OwnerProcess owner = OwnerProcess.of(home)) {
            owner.answer();

            // When
            PostgresUnavailableException refusal = refusalOf(home);

            // Then
            assertThat(refusal).hasMessageContaining("in use by pid " + owner.pid() + ".");
        }
    }

    @Test
    void ofTwoStartersAtOnceOneWinsAndTheOtherNamesIt() throws Exception {
        // Given
        Path home = homeIn(temporary);

        // When
        try (OwnerProcess one = OwnerProcess.of(home);
                OwnerProcess two = OwnerProcess.of(home)) {
            List<String> answers = List.of(one.answer(), two.answer());

            // Then
            String winner = answers.get(0).startsWith("STARTED") ? one.pid() : two.pid();
            assertThat(answers)
                    .filteredOn(answer -> answer.startsWith("STARTED"))
                    .hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.contains("in use by pid " + winner + "."))
                    .hasSize(1);
        }
    }

    @Test
    void ofManyThreadsStartingAtOnceOneWins() throws Exception {
        // Given
        Path home = homeWithDataIn(temporary);

        // When
        List<EmbeddedPostgres> winners = IntStream.range(0, 4)
                .parallel()
                .boxed()
                .flatMap(starter -> startedUnlessRefused(home))
                .toList();

        // Then
        winners.forEach(EmbeddedPostgres::close);
        assertThat(winners).hasSize(1);
    }

    @Test
    void aSurvivorThatRejectsOurPasswordIsStoppedAndTheStartRefused() throws Exception {
        // Given
        Path home = homeWithSurvivorIn(temporary);
        Path passwordFile = home.resolve("postgres.password");
        String password = Files.readString(passwordFile);
        Files.writeString(passwordFile, "not the one");

        // When
        PostgresUnavailableException refusal = refusalOf(home);

        // Then
        assertThat(refusal)
                .hasMessageStartingWith("The password in " + passwordFile + " must be the one the data in ")
                .hasMessageContaining("password authentication failed")
                .hasMessageEndingWith("Maybe restore the password file from a backup.");
        Files.writeString(passwordFile, password);
        try (EmbeddedPostgres restored = EmbeddedPostgres.start(home)) {
            assertThat(query(restored, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void dataWithoutItsPasswordFileIsRefused() throws Exception {
        // Given
        Path home = homeWithDataIn(temporary);
        Files.delete(home.resolve("postgres.password"));

        // When
        PostgresUnavailableException refusal = refusalOf(home);

        // Then
        assertThat(refusal).hasMessageMatching("(?s)The password file \\(.*\\) must exist, .*Maybe restore it.*");
    }

    @Test
    void dataOfAnotherMajorVersionIsRefused() throws Exception {
        // Given
        Path home = homeWithDataIn(temporary);
        Files.writeString(home.resolve("pgdata/PG_VERSION"), "17\n");

        // When
        PostgresUnavailableException refusal = refusalOf(home);

        // Then
        assertThat(refusal)
                .hasMessageMatching("(?s)The major version .* \\(17\\) must be 18\\..*Maybe choose another home .*");
    }

    @Test
    void aFolderThatOnlyBearsTheNameOfADataDirectoryIsRefusedAndKept() throws Exception {
        // Given
        Path home = homeIn(temporary);
        Path precious = Files.createDirectories(home.resolve("pgdata")).resolve("precious");
        Files.writeString(precious, "data");

        // When
        PostgresUnavailableException refusal = refusalOf(home);

        // Then
        assertThat(refusal).hasMessageContaining("(none) must be 18.");
        assertThat(precious).hasContent("data");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aHomeThatCannotBeWrittenIsRefused() {
        // Given
        Path home = Path.of("/proc/redoubt");

        // When
        PostgresUnavailableException refusal = refusalOf(home);

        // Then
        assertThat(refusal).hasMessageMatching("(?s)The home folder \\(/proc/redoubt\\) must be writable .*Maybe .*");
    }

    @Test
    void aHomeWhoseNameAShellWouldExpandIsRefused() {
        // Given
        Path home = temporary.resolve("cash$HOME");

        // When
        PostgresUnavailableException refusal = refusalOf(home);

        // Then
        assertThat(refusal).hasMessageMatching("(?s)The path of the home folder .* must contain .*Maybe .*");
        assertThat(home).doesNotExist();
    }

    /** PostgreSQL refuses root and users without a name, who therefore need a user namespace; nobody else does. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutUserNamespacesWhomPostgresRefusesIsToldWhyAndNobodyElseNeedsOne() throws Exception {
        // Given
        boolean refused = Set.of("root", "?").contains(System.getProperty("user.name"));
        Path home = homeIn(temporary);
        Path forbidding = Files.createDirectory(temporary.resolve("bin")).resolve("unshare");
        Files.writeString(forbidding, "#!/bin/sh\necho unshare: unshare failed: Operation not permitted; exit 1\n");
        Files.setPosixFilePermissions(forbidding, PosixFilePermissions.fromString("rwx------"));

        // When
        List<String> answers = new ArrayList<>();
        for (String path : List.of(temporary + "/bin", "/nowhere")) {
            try (OwnerProcess owner = OwnerProcess.of(home.toString(), Map.of("PATH", path))) {
                answers.add(owner.answer());
            }
        }

        // Then
        assertThat(answers)
                .hasSize(2)
                .allMatch(answer -> answer.startsWith(refused ? "REFUSED " : "STARTED ")
                        && answer.contains("does not let it run in a user namespace (unshare -U).") == refused);
        assertThat(Files.exists(home.resolve("pgdata"))).isEqualTo(!refused);
    }

    @Test
    void aServerThatRefusesToStartIsQuotedAndTheHomeIsFreeAgain() throws Exception {
        // Given
        Path home = homeWithDataIn(temporary);
        Path settings = home.resolve("pgdata/postgresql.auto.conf");
        Files.writeString(settings, "shared_buffers = nonsense\n");

        // When
        PostgresUnavailableException refusal = refusalOf(home);

        // Then
        assertThat(refusal)
                .hasMessageContaining("must start.")
                .hasMessageContaining("invalid value for parameter \"shared_buffers\": \"nonsense\"");
        Files.writeString(settings, "");
        EmbeddedPostgres.start(home).close();
    }

    private static Stream<EmbeddedPostgres> startedUnlessRefused(Path home) {
        try {
            return Stream.of(EmbeddedPostgres.start(home));
        } catch (PostgresUnavailableException e) {
            return Stream.empty();
        }
    }

    private static PostgresUnavailableException refusalOf(Path home) {
        return catchThrowableOfType(
                PostgresUnavailableException.class,
                () -> EmbeddedPostgres.start(home).close());
    }
}
