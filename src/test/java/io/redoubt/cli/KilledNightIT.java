package io.redoubt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redoubt.config.postgres.EmbeddedPostgres;
import io.redoubt.shared.RandomFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A nightly run that is cut off anywhere goes on with the next start: each slot is run once, and nobody is rated twice in
 * it. Two nights; {@code -Dnights.killed=20} for more.
 */
class KilledNightIT {
    private static final int NIGHTS = Integer.getInteger("nights.killed", 2);
    private static final int SUPPLIERS = 400;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String OF_NIGHT = " where occasion = 'TIME'";

    @TempDir
    Path folder;

    private final LocalTime first =
            LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).minusMinutes(NIGHTS + 2L);

    @Test
    void each_slot_is_run_once_whenever_the_service_is_killed() throws Exception {
        // Given
        RandomFixture random = RandomFixture.seeded();
        try (EmbeddedPostgres database = EmbeddedPostgres.start(folder.resolve("data"));
                Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            try (Service service = replica(database, 0).ready()) {
                load(service);
                await().atMost(LONGEST)
                        .until(() -> number(connection, "select count(*) from pending_rating") == 0
                                && number(connection, "select count(*) from timetable_slot") == 1);
            }
            for (int night = 1; night <= NIGHTS; night++) {
                run(connection, "delete from latest_assessment");

                // When
                Service cut = replica(database, night);
                long done = random.between(0, SUPPLIERS / 100);
                String begun = "select count(*) from job where state = 'RUNNING' and occasion = 'TIME' and done >= "
                        + 50 * done;
                await().atMost(LONGEST).pollInterval(Duration.ofMillis(5)).until(() -> number(connection, begun) == 1);
                TimeUnit.MILLISECONDS.sleep(random.between(0, 60));
                cut.kill();
                long unfinished = number(connection, "select count(*) from job where state = 'RUNNING'");
                Service again = replica(database, night);
                long jobs = night;
                await().atMost(LONGEST)
                        .until(() -> number(
                                        connection,
                                        "select count(*) from job where state = 'DONE' and occasion = 'TIME'")
                                == jobs);
                again.kill();

                // Then
                assertThat(number(connection, "select count(*) from job" + OF_NIGHT))
                        .isEqualTo(night);
                assertThat(number(connection, "select count(*) from assessment" + OF_NIGHT))
                        .as("night %d, %s", night, random)
                        .isEqualTo((long) night * SUPPLIERS);
                assertThat(number(connection, "select done from job order by created_at desc limit 1"))
                        .isEqualTo(SUPPLIERS);
                System.out.printf(
                        "Night %d: cut off after %d, %d unfinished, run once%n", night, 50 * done, unfinished);
            }
        }
    }

    private Service replica(EmbeddedPostgres database, int night) throws Exception {
        return Service.start(
                folder,
                Map.of(
                        "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                        "quarkus.datasource.username", database.user(),
                        "quarkus.datasource.password", database.password(),
                        "redoubt.monitoring.nightly-at",
                                first.plusMinutes(night).toString()));
    }

    private static void load(Service service) {
        String suppliers = IntStream.range(0, SUPPLIERS)
                .mapToObj(i -> "{\"id\": \"N-" + i + "\", \"name\": \"Halvorix " + i + " GmbH\"}")
                .collect(Collectors.joining(", ", "{\"suppliers\": [", "]}"));
        service.buyer().body(suppliers).post("/api/v1/imports").then().statusCode(200);
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            return found.next() ? found.getLong(1) : -1;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
