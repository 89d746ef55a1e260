package io.redoubt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redoubt.config.postgres.EmbeddedPostgres;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service as an operator meets it: first start, kill, restart, a second start by mistake. */
class ServeIT {
    private static final int ROUNDS = 3;
    private static final int PORTFOLIO = 3000;

    @TempDir
    Path home;

    @Test
    void the_demo_prints_the_ranking_and_the_address() throws Exception {
        try (Service service = Service.start(home, "--demo").ready()) {
            assertThat(service.output())
                    .contains("S-001    Tsurimoka Denshi K.K.")
                    .containsPattern("S-016 .* UNRATED +– +–")
                    .contains("DEMO IDENTITY");
        }
    }

    @Test
    void what_was_corrected_in_the_demo_stays_corrected_after_a_restart() throws Exception {
        try (Service service = Service.start(home, "--demo").ready()) {
            service.buyer()
                    .header("If-Match", "\"0\"")
                    .body("{\"id\": \"S-001\", \"name\": \"Renamed K.K.\"}")
                    .post("/api/v1/suppliers/S-001/facts")
                    .then()
                    .statusCode(200);
        }

        try (Service again = Service.start(home, "--demo").ready()) {
            assertThat(again.buyer().get("/api/v1/suppliers/S-001").<String>path("name"))
                    .isEqualTo("Renamed K.K.");
        }
    }

    @Test
    void a_second_start_on_the_same_data_is_refused_with_the_pid_of_the_first() throws Exception {
        try (Service first = Service.start(home).ready();
                Service second = Service.start(home)) {
            int exit = second.exitCode();

            assertThat(exit).isEqualTo(1);
            assertThat(second.output()).contains(String.valueOf(first.pid())).doesNotContain("Exception");
        }
    }

    /** What it could rate by instead is the folder, which nobody approved. */
    @Test
    void a_start_that_cannot_take_over_what_is_in_force_is_refused() throws Exception {
        // Given
        Service.start(home).ready().close();
        try (EmbeddedPostgres database = EmbeddedPostgres.start(home);
                Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into stored_pack values ('broken', 'baseline', '9', '{"pack.yaml": "id: x"}', now());
                    insert into pack_draft (id, title, base_hash, files, version, state, restores, created_by, created_at)
                        values ('00000000-0000-0000-0000-000000000001', 'Broken', 'broken', '{}', 0, 'DRAFT', false, 'x', now());
                    update pack_draft set state = 'SUBMITTED', hash = 'broken', submitted_by = 'x';
                    update pack_draft set state = 'APPROVED', approved_by = 'y';
                    insert into pack_publication (pack_id, hash, draft_id, kind, effective_from, published_by, published_at)
                        values ('baseline', 'broken', '00000000-0000-0000-0000-000000000001', 'PLANNED', current_date, 'x', now());
                    """);
        }

        // When
        try (Service again = Service.start(home)) {
            int exit = again.exitCode();

            // Then
            assertThat(exit).isNotZero();
            assertThat(again.output())
                    .contains(
                            "The service can't start.",
                            "What is in force must be readable by this version of the service: broken can't be built",
                            "Maybe start the version that ran before");
        }
    }

    @Test
    void no_acknowledged_write_is_lost_however_often_the_service_is_killed() throws Exception {
        Set<String> acknowledged = new ConcurrentSkipListSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            Service service = Service.start(home).ready();
            Thread writer = new Thread(writer(service, "R" + round, acknowledged));
            writer.start();
            int before = acknowledged.size();
            await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() > before + 25);
            service.kill();
            writer.join();
        }

        try (Service service = Service.start(home).ready()) {
            for (String id : acknowledged) {
                Response read = service.buyer().get("/api/v1/suppliers/" + id);
                assertThat(read.statusCode()).as(id).isEqualTo(200);
                assertThat(read.<String>path("answers[0].value")).as(id).isEqualTo("YES");
            }
            List<String> kept =
                    service.buyer().get("/api/v1/suppliers?limit=500").path("items.id");
            assertThat(kept).containsAll(acknowledged).hasSizeLessThanOrEqualTo(acknowledged.size() + ROUNDS);
        }
    }

    private static Runnable writer(Service service, String prefix, Set<String> acknowledged) {
        return () -> {
            try {
                for (int i = 0; ; i++) {
                    String id = prefix + "-" + i;
                    Response answer = service.buyer().body(document(id)).post("/api/v1/suppliers");
                    if (answer.statusCode() == 201) {
                        acknowledged.add(id);
                    }
                }
            } catch (Exception killed) {
                // What was not acknowledged may or may not be there.
                return;
            }
        };
    }

    private static String document(String id) {
        return "{\"id\": \"" + id + "\", \"name\": \"Halvorix\", \"answers\": [{\"question\": \"Q-NDA\", \"value\":"
                + " \"YES\", \"answeredOn\": \"2026-03-01\"}]}";
    }

    @Test
    void a_database_that_is_killed_comes_back_with_all_that_was_acknowledged() throws Exception {
        try (Service service = Service.start(home).ready()) {
            service.buyer()
                    .body(document("A-1"))
                    .post("/api/v1/suppliers")
                    .then()
                    .statusCode(201);
            String pid =
                    Files.readAllLines(home.resolve("pgdata/postmaster.pid")).get(0);

            ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> service.output().contains("was started again")
                            && service.buyer().get("/api/v1/suppliers/A-1").statusCode() == 200);
        }
    }

    @Test
    void a_stop_waits_for_the_chunk_at_hand_and_not_for_the_rest() throws Exception {
        Service service = Service.start(home).ready();
        String job = rating(service, PORTFOLIO);

        service.close();

        assertThat(service.output())
                .contains("Shutting down Scheduler")
                .doesNotContain("did not complete", "terminating connection", "Exception");
        try (Service again = Service.start(home).ready()) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> again.buyer().get(job).path("state").equals("DONE"));
        }
    }

    @Test
    void a_rating_of_everything_goes_on_after_a_kill_and_rates_nobody_twice() throws Exception {
        // Given
        Service service = Service.start(home).ready();
        String job = rating(service, PORTFOLIO);

        // When
        service.kill();

        // Then
        try (Service again = Service.start(home).ready()) {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> again.buyer().get(job).path("state").equals("DONE"));
            Response done = again.buyer().get(job);
            assertThat(done.<Integer>path("done")).isEqualTo(PORTFOLIO);
            for (String id : List.of("P-0", "P-999", "P-" + (PORTFOLIO - 1))) {
                Response history = again.buyer().get("/api/v1/suppliers/" + id + "/assessments");
                assertThat(history.<List<String>>path("items.occasion.findAll { it != 'FACTS' }"))
                        .as(id)
                        .containsExactly("ASKED");
            }
        }
    }

    /** A job that has begun. */
    private static String rating(Service service, int portfolio) {
        String suppliers = IntStream.range(0, portfolio)
                .mapToObj(i -> document("P-" + i))
                .collect(Collectors.joining(",", "[", "]"));
        service.buyer().body(suppliers).post("/api/v1/imports").then().statusCode(200);
        String job = service.buyer()
                .post("/api/v1/portfolio/ratings?asOf=2026-11-21")
                .header("Location")
                .replaceFirst(".*/jobs/", "/api/v1/jobs/");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> service.buyer().get(job).<Integer>path("done") > 0);
        return job;
    }
}
