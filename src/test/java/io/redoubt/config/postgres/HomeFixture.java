package io.redoubt.config.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Homes for tests, and the check that nothing keeps running in them. */
public final class HomeFixture {
    private static final Path UNPACKED_ONCE = Path.of("target", "postgres").toAbsolutePath();
    private static final Duration LAST_BREATH = Duration.ofSeconds(10);

    private HomeFixture() {}

    /** A home that links to programs unpacked once for all tests. */
    public static Path homeIn(Path temporary) throws IOException {
        Path home = Files.createDirectories(temporary.toRealPath().resolve("home"));
        PostgresBinaries shared = PostgresBinaries.in(Files.createDirectories(UNPACKED_ONCE));
        shared.program("postgres");
        Files.createSymbolicLink(PostgresBinaries.in(home).folder(), shared.folder());
        return home;
    }

    /** A home whose data holds one committed row, all stopped. */
    static Path homeWithDataIn(Path temporary) throws IOException, SQLException {
        Path home = homeIn(temporary);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        return home;
    }

    /** A home whose server runs on after its JVM was killed; it holds the row as well. */
    static Path homeWithSurvivorIn(Path temporary) throws IOException, SQLException, InterruptedException {
        Path home = homeWithDataIn(temporary);
        OwnerProcess owner = OwnerProcess.of(home);
        owner.answer();
        owner.kill();
        return home;
    }

    static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres, postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres, postgres.password());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return String.valueOf(found.getString(1));
        }
    }

    static Connection connect(EmbeddedPostgres postgres, String password) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), password);
    }

    /** The live server's pid. */
    static long serverOf(Path home) throws IOException {
        return Postmaster.aliveIn(home.resolve("pgdata")).orElseThrow().pid();
    }

    static Path pidFile(Path home) {
        return home.resolve("pgdata").resolve("postmaster.pid");
    }

    /** Orphans of killed JVMs may finish; whatever then still works below the folder is killed and reported. */
    static void leave(Path folder) throws IOException {
        Path real = folder.toRealPath();
        Pause.until(LAST_BREATH, () -> runningIn(real).isEmpty());
        List<ProcessHandle> left = runningIn(real);
        List<String> names = left.stream().map(each -> each.info().toString()).toList();
        left.forEach(ProcessHandle::destroyForcibly);
        unlinkProgramsIn(real);
        assertThat(names).isEmpty();
    }

    /** JUnit warns of links it finds when it deletes a temporary folder. */
    private static void unlinkProgramsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 3)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    private static List<ProcessHandle> runningIn(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> worksBelow(folder, process.pid()))
                .toList();
    }

    private static boolean worksBelow(Path folder, long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).startsWith(folder);
        } catch (IOException e) {
            return false;
        }
    }

    static List<String> unfinishedIn(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.contains(".part-"))
                    .toList();
        }
    }
}
