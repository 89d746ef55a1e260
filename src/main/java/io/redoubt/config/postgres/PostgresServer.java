package io.redoubt.config.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.function.IntSupplier;

/**
 * Up and down of the server of one home.
 *
 * <p>A start that fails is tried {@value #ATTEMPTS} times, each time on another port and after a new look for a survivor:
 * the port may have been taken meanwhile, workers of a killed server take a moment to leave, and a killed JVM's pg_ctl may
 * have come first. None of these is told reliably from the others, and a failing start costs but 0.1 s.
 */
record PostgresServer(DataDirectory data, PostgresPrograms programs) {
    private static final int ATTEMPTS = 4;
    private static final String ANSWER_SECONDS = "5";
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    /** A server that has answered. */
    record Running(int port, EmbeddedPostgres.How how) {}

    static PostgresServer in(Path home) {
        return new PostgresServer(DataDirectory.in(home), new PostgresPrograms(home, PostgresBinaries.in(home)));
    }

    static String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable";
    }

    Running bringUp(IntSupplier freePort) throws IOException {
        data.prepare(programs);
        EmbeddedPostgres.How how = EmbeddedPostgres.How.STARTED;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Postmaster> survivor = Postmaster.settledIn(data.path());
            if (survivor.isPresent() && answers(survivor.get().port())) {
                return new Running(survivor.get().port(), EmbeddedPostgres.How.ADOPTED);
            }
            if (survivor.isPresent()) {
                stop();
                how = EmbeddedPostgres.How.RESTARTED;
            }
            int port = freePort.getAsInt();
            if (start(port)) {
                checkLogin(port);
                return new Running(port, how);
            }
        }
        throw programs.failure("The PostgreSQL server of " + data.path() + " must start.");
    }

    /** Whether a server serves these data, whether or not it answers at the moment. */
    boolean isAlive() throws IOException {
        return Postmaster.settledIn(data.path()).isPresent();
    }

    /** Fast shutdown; one that hangs for a minute is ended without a checkpoint, which costs a recovery but no data. */
    void stop() throws IOException {
        Optional<Postmaster> server = Postmaster.settledIn(data.path());
        if (server.isEmpty()) {
            return;
        }
        if (!control("stop", "--mode=fast", "--timeout=60")) {
            control("stop", "--mode=immediate", "--timeout=10");
        }
        if (!Pause.until(FAREWELL, () -> !server.get().serves(data.path()))) {
            throw programs.failure("The PostgreSQL server (pid " + server.get().pid() + ") must stop.");
        }
    }

    private boolean start(int port) throws IOException {
        Postmaster.disownIn(data.path());
        if (!Files.exists(programs.log())) {
            // statements that failed are quoted in it: its owner's alone, like every temporary file
            Files.move(Files.createTempFile(data.path().resolveSibling(""), "postgres.log.part-", ""), programs.log());
        }
        return control("start", "--log=" + programs.log(), "--timeout=600", "--options=-p " + port);
    }

    private boolean control(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add("--wait");
        command.add("--pgdata=" + data.path());
        return programs.run("pg_ctl", command);
    }

    private void checkLogin(int port) throws IOException {
        try {
            logIn(port);
        } catch (SQLException e) {
            stop();
            throw new PostgresUnavailableException(
                    "The password in " + data.passwordFile() + " must be the one the data in " + data.path()
                            + " was made with, but: " + e.getMessage(),
                    "Maybe restore the password file from a backup.",
                    e);
        }
    }

    private boolean answers(int port) throws IOException {
        try {
            return logIn(port);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether the server that lets us in is this directory's and runs the programs we bring. */
    private boolean logIn(int port) throws SQLException, IOException {
        Properties login = new Properties();
        login.setProperty("user", DataDirectory.USER);
        login.setProperty("password", data.password());
        login.setProperty("connectTimeout", ANSWER_SECONDS);
        login.setProperty("socketTimeout", ANSWER_SECONDS);
        try (Connection connection = Objects.requireNonNull(driver().connect(jdbcUrl(port), login));
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT current_setting('data_directory'), current_setting('server_version')")) {
            found.next();
            return Files.isSameFile(Path.of(found.getString(1)), data.path())
                    && PostgresBinaries.VERSION.startsWith(found.getString(2) + ".");
        }
    }

    /** Not through DriverManager, which sees no driver of a class loader other than the system's. */
    private static Driver driver() {
        return ServiceLoader.load(Driver.class, PostgresServer.class.getClassLoader()).stream()
                .filter(found -> found.type().getName().startsWith("org.postgresql."))
                .findFirst()
                .orElseThrow(() -> new PostgresUnavailableException(
                        "The JDBC driver (org.postgresql) must be on the class path.", "Maybe build again."))
                .get();
    }
}
