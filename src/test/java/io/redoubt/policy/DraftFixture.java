package io.redoubt.policy;

import static io.redoubt.Api.as;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;

/** The steps of a draft over REST, from its author to the day on which it is in force. */
final class DraftFixture {
    static final String DRAFTS = "/api/v1/pack-drafts/";
    static final String PACKS = "/api/v1/packs";

    private DraftFixture() {}

    static String inForce(Subject subject) {
        return as("anna.auditor").get(PACKS).path("parts.find { it.subject == '" + subject + "' }.hash");
    }

    static String draft(Map<String, ?> body) {
        return as("leo.legal")
                .body(body)
                .post(DRAFTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String draft(Subject subject) {
        return draft(Map.of("title", "Another edition", "subject", subject));
    }

    static String text(String draft, String path) {
        return String.valueOf(as("leo.legal")
                .get(DRAFTS + draft + "/files")
                .<Map<String, String>>path("$")
                .get(path));
    }

    static void write(String draft, String path, String text) {
        as("leo.legal")
                .contentType(ContentType.TEXT)
                .header("If-Match", as("leo.legal").get(DRAFTS + draft).header("ETag"))
                .body(text)
                .put(DRAFTS + draft + "/files/" + path)
                .then()
                .statusCode(200);
    }

    static String approved(String draft) {
        String hash = as("leo.legal")
                .post(DRAFTS + draft + "/submit")
                .then()
                .statusCode(200)
                .extract()
                .path("hash");
        approve("lara.approver", draft, hash).then().statusCode(200);
        return hash;
    }

    static Response approve(String user, String draft, String hash) {
        return as(user).body(Map.of("hash", hash)).post(DRAFTS + draft + "/approve");
    }

    static Response publish(String draft, Map<String, Object> body) {
        return as("lara.approver").body(body).post(DRAFTS + draft + "/publish");
    }

    /** Puts a draft in force at once. */
    static void takeEffect(Subject subject, String draft) {
        String hash = approved(draft);
        publish(draft, Map.of("emergency", true)).then().statusCode(200);
        awaitInForce(subject, hash);
    }

    static void awaitInForce(Subject subject, String hash) {
        await().atMost(Duration.ofSeconds(5)).until(() -> inForce(subject).equals(hash));
    }

    static Response check(String draft) {
        return as("leo.legal").post(DRAFTS + draft + "/check");
    }
}
