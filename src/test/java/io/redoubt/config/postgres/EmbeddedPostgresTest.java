package io.redoubt.config.postgres;

import static io.redoubt.config.postgres.HomeFixture.homeIn;
import static io.redoubt.config.postgres.HomeFixture.homeWithDataIn;
import static io.redoubt.config.postgres.HomeFixture.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping, starting again, with nobody killed. */
class EmbeddedPostgresTest {
    @TempDir
    Path temporary = Path.of("");

    @AfterEach
    void leavesNoProcessBehind() throws Exception {
        HomeFixture.leave(temporary);
    }

    @Test
    void firstStartMakesADurableUtf8DatabaseOnLoopbackOnly() throws Exception {
        // Given
        Path home = homeIn(temporary);

        // When
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {

            // Then
            assertThat(postgres.how()).isEqualTo(EmbeddedPostgres.How.STARTED);
            assertThat(query(postgres, """
                    SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings WHERE name IN (
                    'fsync', 'synchronous_commit', 'listen_addresses', 'unix_socket_directories', 'server_encoding',
                    'max_connections', 'full_page_writes', 'password_encryption')"""))
                    .isEqualTo("fsync=on full_page_writes=on listen_addresses=127.0.0.1 max_connections=60"
                            + " password_encryption=scram-sha-256 server_encoding=UTF8 synchronous_commit=on"
                            + " unix_socket_directories=");
            assertThat(query(postgres, "SELECT string_agg(DISTINCT auth_method, ' ') FROM pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThat(query(postgres, "SELECT concat(datlocprovider, ' ', datlocale) FROM pg_database LIMIT 1"))
                    .isEqualTo("b C.UTF-8");
        }
    }

    @Test
    void thePasswordIsRandomAndItsOwnersAlone() throws Exception {
        // Given
        Path home = homeIn(temporary);

        // When
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {

            // Then
            assertThat(postgres.password()).matches("[\\w-]{32}");
            assertThat(Files.getPosixFilePermissions(home.resolve("postgres.password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThatThrownBy(() -> HomeFixture.connect(postgres, "guessed").close())
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void anotherStartFindsTheDataOfTheFirst() throws Exception {
        // Given
        Path home = homeWithDataIn(temporary);

        // When
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {

            // Then
            assertThat(postgres.how()).isEqualTo(EmbeddedPostgres.How.STARTED);
            assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void closingEndsOpenSessionsAndShutsDownCleanlyEvenWhenInterrupted() throws Exception {
        // Given
        Path home = homeIn(temporary);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(home);
        try (var session = HomeFixture.connect(postgres, postgres.password())) {
            Thread.currentThread().interrupt();

            // When
            postgres.close();

            // Then
            assertThat(Thread.interrupted()).isTrue();
            assertThat(session.isValid(1)).isFalse();
            assertThat(home.resolve("postgres.log")).content().contains("database system is shut down");
            assertThat(HomeFixture.pidFile(home)).doesNotExist();
        }
    }

    @Test
    void closingTwiceIsClosingOnce() throws Exception {
        // Given
        Path home = homeIn(temporary);
        EmbeddedPostgres first = EmbeddedPostgres.start(home);
        first.close();

        // When
        try (EmbeddedPostgres second = EmbeddedPostgres.start(home)) {
            first.close();

            // Then
            assertThat(query(second, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aPortTakenMeanwhileIsReplacedByAnother() throws Exception {
        // Given
        Path home = homeIn(temporary);
        int freePort = freePort();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PrimitiveIterator.OfInt ports =
                    IntStream.of(taken.getLocalPort(), freePort).iterator();

            // When
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, ports::nextInt)) {

                // Then
                assertThat(postgres.jdbcUrl()).contains(":" + freePort + "/");
            }
        }
    }

    @Test
    void aDeepHomeWithSpacesQuotesAndForeignLettersWorks() throws Exception {
        // Given
        String home = temporary.toRealPath() + "/it's a höme in 北京 ü/" + "deep/".repeat(30) + "home";

        // When
        String answer;
        try (OwnerProcess owner = OwnerProcess.of(home)) {
            answer = owner.answer();
        }

        // Then
        assertThat(answer).startsWith("STARTED ");
    }

    @Test
    void settingsTheOperatorMadeStay() throws Exception {
        // Given
        Path home = homeWithDataIn(temporary);
        Files.writeString(home.resolve("pgdata/postgresql.auto.conf"), "max_connections = 33\n");

        // When
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {

            // Then
            assertThat(query(postgres, "SHOW max_connections")).isEqualTo("33");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
