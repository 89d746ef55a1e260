package io.redoubt.policy;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.Api.freshId;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.redoubt.MovableClock;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What the legal team does with drafts, as requests. */
public final class PackDesk {
    public static final String DRAFTS = "/api/v1/pack-drafts/";
    public static final String FROM = "2027-06-01";
    public static final String PACKS = "/api/v1/packs";

    private PackDesk() {}

    public static LocalDate today() {
        return LocalDate.ofInstant(MovableClock.now(), ZoneOffset.UTC);
    }

    public static String inForce() {
        return as("anna.auditor").get(PACKS).then().statusCode(200).extract().path("hash");
    }

    public static String draft(String title) {
        return as("leo.legal")
                .body(Map.of("title", title))
                .post(DRAFTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String version(String draft) {
        return as("leo.legal").get(DRAFTS + draft).header("ETag");
    }

    public static Response edit(String draft, String path, Object body) {
        return as("leo.legal").header("If-Match", version(draft)).body(body).patch(DRAFTS + draft + path);
    }

    /** A draft in which a missing playbook weighs other points from a day on that no scenario is about. */
    public static String changed(String version, int points) {
        String draft = draft("A missing playbook weighs " + points);
        as("leo.legal")
                .header("If-Match", version(draft))
                .body(Map.of("value", Integer.toString(points), "citation", "redoubt-policy"))
                .put(DRAFTS + draft + "/parameters/playbook_points/values/" + FROM)
                .then()
                .statusCode(200);
        named(draft, version);
        return draft;
    }

    /** Gives a draft a version and says that it changed. */
    public static void named(String draft, String version) {
        Map<String, String> files =
                as("leo.legal").get(DRAFTS + draft + "/files").path("$");
        write(
                draft,
                "pack.yaml",
                String.valueOf(files.get("pack.yaml")).replaceFirst("version: \".*\"", "version: \"" + version + "\""));
        write(draft, "CHANGELOG.md", "## " + version + "\n\nOther points.\n\n" + files.get("CHANGELOG.md"));
    }

    public static void write(String draft, String path, String text) {
        as("leo.legal")
                .contentType(ContentType.TEXT)
                .header("If-Match", version(draft))
                .body(text)
                .put(DRAFTS + draft + "/files/" + path)
                .then()
                .statusCode(200);
    }

    public static String submitted(String draft) {
        return as("leo.legal")
                .post(DRAFTS + draft + "/submit")
                .then()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .extract()
                .path("hash");
    }

    public static Response approve(String user, String draft, String hash) {
        return as(user).body(Map.of("hash", hash)).post(DRAFTS + draft + "/approve");
    }

    public static Response publish(String draft, Map<String, Object> body) {
        return as("lara.approver").body(body).post(DRAFTS + draft + "/publish");
    }

    /** @return the id of the publication, which is in force at once */
    public static int emergency(String user, String draft) {
        return as(user).body(Map.of("emergency", true))
                .post(DRAFTS + draft + "/publish")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    public static Response ratify(String user, int publication) {
        return as(user).post(PACKS + "/publications/" + publication + "/ratify");
    }

    public static void awaitInForce(String hash) {
        await().atMost(Duration.ofSeconds(5)).until(() -> inForce().equals(hash));
    }

    /** What the missing playbook makes on a day on which the new value counts. */
    public static String points(String supplier) {
        return buyer().post("/api/v1/suppliers/" + supplier + "/assessments?asOf=" + FROM)
                .then()
                .statusCode(201)
                .extract()
                .<List<String>>path("contributions.findAll { it.rules.id.contains('GOV-01') }.worst")
                .get(0);
    }

    public static String supplier() {
        String id = freshId();
        buyer().body("{\"id\": \"" + id
                        + "\", \"name\": \"Halvorix GmbH\", \"answers\": [{\"question\": \"Q-INCIDENT-PLAYBOOK\","
                        + " \"value\": \"NO\", \"answeredOn\": \"2026-11-01\"}]}")
                .post("/api/v1/suppliers")
                .then()
                .statusCode(201);
        return id;
    }
}
