package io.redoubt.portfolio;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.PostgresResource.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redoubt.PostgresResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PortfolioResourceIT {
    @Inject
    DataSource database;

    @BeforeEach
    void the_demo_portfolio_is_there() throws IOException {
        buyer().body(Files.readString(Path.of("data/demo/suppliers.json"), StandardCharsets.UTF_8))
                .post("/api/v1/imports")
                .then()
                .statusCode(200)
                .body("refused", equalTo(0));
    }

    private static Response finished(String job) {
        await().atMost(Duration.ofSeconds(30)).until(() -> buyer().get(job).path("finishedAt") != null);
        return buyer().get(job);
    }

    @Test
    void rating_everything_is_a_job_that_ends_with_a_ranking() {
        // Given
        String job = buyer().post("/api/v1/portfolio/ratings?asOf=2026-11-21")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");

        // When
        Response done = finished(job);

        // Then
        assertThat(done.<String>path("state")).isEqualTo("DONE");
        assertThat(done.<Integer>path("done")).isEqualTo(done.<Integer>path("total"));
        Response ranking = buyer().get("/api/v1/portfolio/ranking?limit=500");
        assertThat(ranking.<String>path("items.find { it.supplier == 'S-001' }.badge"))
                .isEqualTo("LOW");
        assertThat(ranking.<String>path("items.find { it.supplier == 'S-019' }.badge"))
                .isEqualTo("DISQUALIFIED");
        assertThat(ranking.<Integer>path("items.find { it.supplier == 'S-016' }.risk"))
                .isNull();
    }

    @Test
    void the_ranking_goes_from_least_risk_to_disqualified_page_by_page() {
        finished(buyer().post("/api/v1/portfolio/ratings?asOf=2026-11-21").header("Location"));
        List<String> all = buyer().get("/api/v1/portfolio/ranking?limit=500").path("items.supplier");

        List<String> paged = new ArrayList<>();
        Response page = buyer().get("/api/v1/portfolio/ranking?limit=7");
        paged.addAll(page.path("items.supplier"));
        while (page.path("next") != null) {
            page = buyer().get("/api/v1/portfolio/ranking?limit=7&cursor=" + page.path("next"));
            paged.addAll(page.path("items.supplier"));
        }

        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates();
        assertThat(all.indexOf("S-019")).isGreaterThan(all.indexOf("S-016"));
        assertThat(all.indexOf("S-016")).isGreaterThan(all.indexOf("S-022"));
    }

    @Test
    void a_finished_job_can_not_be_cancelled() {
        String job = buyer().post("/api/v1/portfolio/ratings?asOf=2026-11-21").header("Location");
        finished(job);

        buyer().delete(job).then().statusCode(409);
    }

    @Test
    void a_job_that_waits_is_over_as_soon_as_it_is_cancelled() throws Exception {
        // Given one that no scheduler knows of
        UUID job = UUID.randomUUID();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into job values ('" + job
                    + "', 'rate-portfolio', 'QUEUED', '2026-11-21', 1, 0, '', false, null, 'test', now(), null)");
        }

        // When
        buyer().delete("/api/v1/jobs/" + job).then().statusCode(202);

        // Then
        buyer().get("/api/v1/jobs/" + job)
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("finishedAt", notNullValue());
    }

    @Test
    void a_job_that_ends_while_it_is_being_cancelled_stays_as_it_ended() throws Exception {
        // Given a job in its last step, which nobody else sees yet
        UUID job = UUID.randomUUID();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into job values ('" + job
                    + "', 'rate-portfolio', 'RUNNING', '2026-11-21', 1," + " 1, '', false, null, 'test', now(), null)");
            connection.setAutoCommit(false);
            statement.executeUpdate("update job set state = 'DONE', finished_at = now() where id = '" + job + "'");

            // When
            CompletableFuture<Integer> cancelled = CompletableFuture.supplyAsync(
                    () -> buyer().delete("/api/v1/jobs/" + job).statusCode());
            await().until(() -> waiting(database));
            connection.commit();

            // Then
            assertThat(cancelled.get()).isEqualTo(409);
        }
    }

    @Test
    void a_job_that_does_not_exist_is_not_found() {
        buyer().get("/api/v1/jobs/00000000-0000-0000-0000-000000000001").then().statusCode(404);
        buyer().get("/api/v1/jobs/xyz").then().statusCode(400);
    }

    @Test
    void an_executive_reads_the_ranking_and_starts_no_job() {
        as("erik.executive").get("/api/v1/portfolio/ranking").then().statusCode(200);

        as("erik.executive").post("/api/v1/portfolio/ratings").then().statusCode(403);
    }
}
