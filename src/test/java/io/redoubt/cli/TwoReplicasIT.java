package io.redoubt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redoubt.config.postgres.EmbeddedPostgres;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services on one database, rating without a pause while packs are published. */
class TwoReplicasIT {
    private static final String DRAFTS = "/api/v1/pack-drafts/";
    private static final String PACKS = "/api/v1/packs";
    /** A day that no scenario of the pack is about. */
    private static final String FROM = "2027-06-01";

    private static final int PUBLICATIONS = 3;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @TempDir
    Path home;

    /** Points that a missing playbook makes under each pack. */
    private final Map<String, String> points = new ConcurrentHashMap<>();

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Queue<String> rated = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void a_pack_is_in_force_everywhere_within_seconds_and_no_answer_mixes_two() throws Exception {
        // Given
        try (EmbeddedPostgres database = EmbeddedPostgres.start(home.resolve("data"));
                Service one = replica(database).ready();
                Service two = replica(database).ready()) {
            one.buyer()
                    .body("{\"id\": \"R-1\", \"name\": \"Halvorix GmbH\", \"answers\": [{\"question\":"
                            + " \"Q-INCIDENT-PLAYBOOK\", \"value\": \"NO\", \"answeredOn\": \"2026-11-01\"}]}")
                    .post("/api/v1/suppliers")
                    .then()
                    .statusCode(201);
            List<Thread> raters = new ArrayList<>();
            for (Service service : List.of(one, two)) {
                Thread rater = new Thread(() -> rate(service));
                rater.start();
                raters.add(rater);
            }

            // When
            List<Long> millis = new ArrayList<>();
            for (int i = 1; i <= PUBLICATIONS; i++) {
                String hash = published(one, two, Integer.toString(i));
                long start = System.nanoTime();
                await().atMost(LONGEST)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> inForce(one).equals(hash) && inForce(two).equals(hash));
                millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
                await().atMost(LONGEST.multipliedBy(4)).until(() -> rated.contains(hash));
            }
            over.set(true);
            for (Thread rater : raters) {
                rater.join();
            }

            // Then
            assertThat(wrong).isEmpty();
            assertThat(rated).hasSizeGreaterThan(10 * PUBLICATIONS).containsAll(points.keySet());
            System.out.printf(
                    "%d publications under load: in force on both replicas after %s ms; %d ratings answered meanwhile,"
                            + " none failed or mixed%n",
                    PUBLICATIONS, millis, rated.size());
        }
    }

    private Service replica(EmbeddedPostgres database) throws Exception {
        return Service.start(
                home,
                Map.of(
                        "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                        "quarkus.datasource.username", database.user(),
                        "quarkus.datasource.password", database.password()));
    }

    /** Rates until all is over; an answer that fails, or whose points are not those of its pack, is noted. */
    private void rate(Service service) {
        while (!over.get()) {
            Response answer = service.buyer().post("/api/v1/suppliers/R-1/assessments?asOf=" + FROM);
            if (answer.statusCode() != 201) {
                wrong.add(answer.statusCode() + " " + answer.asString());
                return;
            }
            String hash = answer.path("methodology.hash");
            String made = answer.path("contributions.find { it.rules.id.contains('GOV-01') }.worst")
                    .toString();
            String expected = points.get(hash);
            if (expected != null && !expected.equals(made)) {
                wrong.add("Under " + hash + " " + expected + " points are right, not " + made);
            }
            rated.add(hash);
        }
    }

    private static String inForce(Service service) {
        return service.as("anna.auditor").get(PACKS).path("hash");
    }

    /** Edited on one replica, approved on the other, published as an emergency by the first. */
    private String published(Service one, Service two, String value) {
        String draft = one.as("leo.legal")
                .body(Map.of("title", "A missing playbook weighs " + value))
                .post(DRAFTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        one.as("leo.legal")
                .header("If-Match", "0")
                .body(Map.of("value", value, "citation", "redoubt-policy"))
                .put(DRAFTS + draft + "/parameters/playbook_points/values/" + FROM)
                .then()
                .statusCode(200);
        name(two, draft, "9." + value);
        String hash = one.as("leo.legal")
                .post(DRAFTS + draft + "/submit")
                .then()
                .statusCode(200)
                .extract()
                .path("hash");
        points.put(hash, value);
        two.as("lara.approver")
                .body(Map.of("hash", hash))
                .post(DRAFTS + draft + "/approve")
                .then()
                .statusCode(200);
        one.as("lara.approver")
                .body(Map.of("emergency", true))
                .post(DRAFTS + draft + "/publish")
                .then()
                .statusCode(200);
        return hash;
    }

    /** A version of its own, with a word on what changed. */
    private static void name(Service service, String draft, String version) {
        Map<String, String> files =
                service.as("leo.legal").get(DRAFTS + draft + "/files").path("$");
        write(
                service,
                draft,
                "pack.yaml",
                String.valueOf(files.get("pack.yaml")).replaceFirst("version: \".*\"", "version: \"" + version + "\""));
        write(service, draft, "CHANGELOG.md", "## " + version + "\n\nOther points.\n\n" + files.get("CHANGELOG.md"));
    }

    private static void write(Service service, String draft, String path, String text) {
        service.as("leo.legal")
                .contentType(ContentType.TEXT)
                .header("If-Match", service.as("leo.legal").get(DRAFTS + draft).header("ETag"))
                .body(text)
                .put(DRAFTS + draft + "/files/" + path)
                .then()
                .statusCode(200);
    }
}
