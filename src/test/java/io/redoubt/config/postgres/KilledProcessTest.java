package io.redoubt.config.postgres;

import static io.redoubt.config.postgres.HomeFixture.homeIn;
import static io.redoubt.config.postgres.HomeFixture.homeWithDataIn;
import static io.redoubt.config.postgres.HomeFixture.homeWithSurvivorIn;
import static io.redoubt.config.postgres.HomeFixture.pidFile;
import static io.redoubt.config.postgres.HomeFixture.query;
import static io.redoubt.config.postgres.HomeFixture.serverOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is killed whenever, the next start brings the server up with all committed data. */
class KilledProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path temporary = Path.of("");

    @AfterEach
    void leavesNoProcessBehind() throws Exception {
        HomeFixture.leave(temporary);
    }

    @Test
    void aServerThatOutlivedItsKilledOwnerIsAdopted() throws Exception {
        // Given
        Path home = homeWithSurvivorIn(temporary);
        long survivor = serverOf(home);

        // When
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {

            // Then
            assertThat(postgres.how()).isEqualTo(EmbeddedPostgres.How.ADOPTED);
            assertThat(serverOf(home)).isEqualTo(survivor);
            assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void aSurvivorThatDoesNotAnswerIsStoppedAndStartedAnew() throws Exception {
        // Given
        Path home = homeWithSurvivorIn(temporary);
        long survivor = serverOf(home);
        String port = Files.readAllLines(pidFile(home)).get(3);
        Files.writeString(pidFile(home), Files.readString(pidFile(home)).replace("\n" + port + "\n", "\n1\n"));

        // When
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {

            // Then
            assertThat(postgres.how()).isEqualTo(EmbeddedPostgres.How.RESTARTED);
            assertThat(serverOf(home)).isNotEqualTo(survivor);
            assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void afterTheServerItselfIsKilledItRecovers() throws Exception {
        // Given
        Path home = homeWithSurvivorIn(temporary);
        ProcessHandle.of(serverOf(home)).orElseThrow().destroyForcibly();

        // When
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {

            // Then
            assertThat(postgres.how()).isEqualTo(EmbeddedPostgres.How.STARTED);
            assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void anOwnerKilledWhileItsServerStartsLeavesItToTheNext() throws Exception {
        // Given
        Path home = homeWithDataIn(temporary);
        OwnerProcess owner = OwnerProcess.of(home);
        Pause.until(PATIENCE, () -> Files.exists(pidFile(home)));
        owner.kill();

        // When
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {

            // Then
            assertThat(postgres.how()).isEqualTo(EmbeddedPostgres.How.ADOPTED);
        }
    }

    @Test
    void aPidReusedByAnotherProgramIsNotTakenForTheServer() throws Exception {
        // Given
        Path home = homeWithPidFileNaming(ProcessHandle.current().pid());

        // When
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {

            // Then
            assertThat(postgres.how()).isEqualTo(EmbeddedPostgres.How.STARTED);
            assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void aPidReusedByTheServerOfAnotherHomeLeavesThatOneAlone() throws Exception {
        // Given
        try (EmbeddedPostgres other =
                EmbeddedPostgres.start(homeIn(Files.createDirectory(temporary.resolve("other"))))) {
            Path home = homeWithPidFileNaming(serverOf(temporary.resolve("other/home")));

            // When
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {

                // Then
                assertThat(postgres.how()).isEqualTo(EmbeddedPostgres.How.STARTED);
            }
            assertThat(query(other, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aZombieIsNotTakenForTheServer() throws Exception {
        // Given
        String childEndsOnceItsShellIsASleepThatReapsNobody =
                "(while grep -q sh /proc/$$/comm; do :; done) & echo $!; exec sleep 60";
        Process parent = new ProcessBuilder("sh", "-c", childEndsOnceItsShellIsASleepThatReapsNobody).start();
        String zombie = String.valueOf(parent.inputReader(UTF_8).readLine());
        Pause.until(
                PATIENCE,
                () -> Files.readString(Path.of("/proc/" + zombie + "/stat")).contains(") Z "));
        Path home = homeWithPidFileNaming(Long.parseLong(zombie));

        // When
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {

            // Then
            assertThat(postgres.how()).isEqualTo(EmbeddedPostgres.How.STARTED);
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    @Test
    void anEmptyPidFileOfAFullDiskDoesNotBlockTheStart() throws Exception {
        // Given
        Path home = homeWithDataIn(temporary);
        Files.writeString(pidFile(home), "");

        // When
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {

            // Then
            assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void aHalfDoneInitdbIsRedone() throws Exception {
        // Given
        Path home = homeIn(temporary);
        OwnerProcess owner = OwnerProcess.of(home);
        Pause.until(PATIENCE, () -> anyMatches(home, "pgdata.part-*/PG_VERSION"));
        owner.kill();
        boolean halfDone = Files.notExists(home.resolve("pgdata"));

        // When
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {

            // Then
            assertThat(halfDone).isTrue();
            assertThat(postgres.how()).isEqualTo(EmbeddedPostgres.How.STARTED);
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aHalfDoneUnpackingIsRedone() throws Exception {
        // Given
        Path home = temporary.toRealPath().resolve("home");
        OwnerProcess owner = OwnerProcess.of(home);
        Pause.until(PATIENCE, () -> anyMatches(home, "pgsql-*.part-*/bin"));
        owner.kill();
        boolean halfDone = Files.notExists(PostgresBinaries.in(home).folder());

        // When
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {

            // Then
            assertThat(halfDone).isTrue();
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
            assertThat(HomeFixture.unfinishedIn(home)).isEmpty();
        }
    }

    @Test
    void programsThatLostAFileAreUnpackedAgain() throws Exception {
        // Given
        Path home = temporary.toRealPath();
        PostgresBinaries binaries = PostgresBinaries.in(home);
        Path program = binaries.program("initdb");
        Files.writeString(program, "");

        // When
        binaries.program("initdb");

        // Then
        assertThat(program).isExecutable().isNotEmptyFile();
    }

    private Path homeWithPidFileNaming(long pid) throws Exception {
        Path home = homeWithDataIn(temporary);
        Files.writeString(
                pidFile(home),
                String.join(
                        "\n", Long.toString(pid), home + "/pgdata", "1795246759", "54321", "", "127.0.0.1", "ready\n"));
        return home;
    }

    private static boolean anyMatches(Path home, String glob) throws IOException {
        if (Files.notExists(home)) {
            return false;
        }
        String[] levels = glob.split("/", 2);
        try (DirectoryStream<Path> found = Files.newDirectoryStream(home, levels[0])) {
            for (Path folder : found) {
                if (Files.exists(folder.resolve(levels[1]))) {
                    return true;
                }
            }
            return false;
        }
    }
}
