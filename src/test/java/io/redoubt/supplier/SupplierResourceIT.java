package io.redoubt.supplier;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.Api.freshId;
import static io.redoubt.supplier.SupplierFixture.SUPPLIERS;
import static io.redoubt.supplier.SupplierFixture.created;
import static io.redoubt.supplier.SupplierFixture.document;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redoubt.PostgresResource;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SupplierResourceIT {

    @Test
    void what_was_created_is_read_back_whole() {
        // Given
        String id = freshId();
        buyer().body(document(id, "YES")).post(SUPPLIERS).then().statusCode(201).header("ETag", "\"0\"");

        // When
        String read = buyer().get(SUPPLIERS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // Then
        assertThatJson(read).isEqualTo(document(id, "YES"));
    }

    @Test
    void the_same_id_twice_is_a_conflict() {
        String id = created("YES");

        Response again = buyer().body(document(id, "NO")).post(SUPPLIERS);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThatJson(again.asString())
                .whenIgnoringPaths("instance")
                .isEqualTo(
                        "{type: 'urn:redoubt:problem:conflict', status: 409, title: 'It is there already, or in a state"
                                + " that does not allow this', detail: 'The supplier (" + id
                                + ") must be new.\\nMaybe update it with PUT, or add facts to it.'}");
    }

    @Test
    void an_update_without_a_version_is_refused() {
        String id = created("YES");

        Response update = buyer().body(document(id, "NO")).put(SUPPLIERS + "/" + id);

        assertThat(update.statusCode()).isEqualTo(428);
    }

    @Test
    void of_two_updates_of_one_version_the_second_is_refused() {
        String id = created("YES");
        buyer().header("If-Match", "\"0\"")
                .body(document(id, "NO"))
                .put(SUPPLIERS + "/" + id)
                .then()
                .statusCode(200);

        Response second = buyer().header("If-Match", "\"0\"")
                .body(document(id, "PARTIAL"))
                .put(SUPPLIERS + "/" + id);

        assertThat(second.statusCode()).isEqualTo(412);
        buyer().get(SUPPLIERS + "/" + id).then().body("answers[0].value", equalTo("NO"));
    }

    @Test
    void a_corrected_fact_stays_as_what_we_knew() {
        String id = created("YES");

        buyer().header("If-Match", "\"0\"")
                .body(document(id, "NO"))
                .put(SUPPLIERS + "/" + id)
                .then()
                .statusCode(200);

        Response history = buyer().get(SUPPLIERS + "/" + id + "/facts");
        List<Object> answers = history.path("items.findAll { it.kind == 'answers' }.body.value");
        List<Object> ends = history.path("items.findAll { it.kind == 'answers' }.supersededBy");
        assertThat(answers).containsExactly("YES", "NO");
        assertThat(ends).containsExactly("petra.procurement", null);
        String knownAt = history.path("items.find { it.kind == 'answers' }.recordedAt");
        buyer().get(SUPPLIERS + "/" + id + "?knownAt=" + knownAt).then().body("answers[0].value", equalTo("YES"));
        buyer().get(SUPPLIERS + "/" + id + "?knownAt=2000-01-01T00:00:00Z")
                .then()
                .statusCode(404);
    }

    @Test
    void what_a_replacing_document_leaves_out_is_retracted() {
        String id = created("YES");

        buyer().header("If-Match", "\"0\"")
                .body("{\"id\": \"" + id + "\", \"name\": \"Halvorix GmbH\"}")
                .put(SUPPLIERS + "/" + id)
                .then()
                .statusCode(200);

        String read = buyer().get(SUPPLIERS + "/" + id).asString();
        assertThatJson(read).isEqualTo("{id: '" + id + "', name: 'Halvorix GmbH'}");
    }

    @Test
    void every_violation_is_named_with_its_pointer() {
        Response refused = buyer().body("""
                        {"id": "T 1", "nme": "x", "answers": [{"question": "Q-NDX", "value": "YES", "answeredOn": "2026-13-01"}],
                         "certifications": [{"id": "C", "scheme": "ISO_27001", "number": "1", "scopeMatch": "NONE",
                                             "validFrom": "2026-02-01", "validUntil": "2026-01-01"}]}
                        """).post(SUPPLIERS);

        assertThat(refused.statusCode()).isEqualTo(422);
        List<String> pointers = refused.path("violations.pointer");
        assertThat(pointers)
                .containsExactly(
                        "/nme",
                        "/id",
                        "/name",
                        "/answers/0/question",
                        "/answers/0/answeredOn",
                        "/certifications/0/validUntil");
    }

    @Test
    void malformed_and_hostile_bodies_are_refused_early() {
        String deep = "[".repeat(5000) + "]".repeat(5000);
        for (String body : List.of("", "{", "{\"id\": 1, \"id\": 2}", deep, "null", "[]", "\"x\"")) {
            Response refused = buyer().body(body).post(SUPPLIERS);

            assertThat(refused.statusCode()).as(body).isBetween(400, 422);
            assertThat(refused.contentType()).as(body).isEqualTo("application/problem+json");
        }
    }

    @Test
    void pages_follow_their_cursor_and_never_repeat() {
        for (int i = 0; i < 5; i++) {
            created("YES");
        }
        Response first = buyer().get(SUPPLIERS + "?limit=3");
        List<String> firstIds = first.path("items.id");

        Response second = buyer().get(SUPPLIERS + "?limit=3&cursor=" + first.path("next"));

        List<String> secondIds = second.path("items.id");
        assertThat(firstIds).hasSize(3).isSorted().doesNotContainAnyElementsOf(secondIds);
        assertThat(first.path("totalIs").toString()).isEqualTo("exact");
    }

    @Test
    void a_search_takes_every_character_for_itself() {
        String id = "T_" + freshId();
        for (String other : List.of(id, id.replace('_', 'x'))) {
            buyer().body(document(other, "YES").replace("Halvorix", "50% Halvorix"))
                    .post(SUPPLIERS)
                    .then()
                    .statusCode(201);
        }

        Response underscore =
                buyer().queryParam("q", id.toLowerCase(Locale.ROOT)).get(SUPPLIERS);
        Response percent = buyer().queryParam("q", "50% H").get(SUPPLIERS);

        underscore.then().body("items.id", equalTo(List.of(id)));
        percent.then().body("items", hasSize(2));
        buyer().queryParam("q", "5% H").get(SUPPLIERS).then().body("items", hasSize(0));
    }

    @Test
    void parameters_that_mean_nothing_are_malformed() {
        for (String query : List.of("?limit=x", "?limit=0", "?limit=100000", "?cursor=%25%25")) {
            buyer().get(SUPPLIERS + query)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:redoubt:problem:malformed"));
        }
        buyer().get(SUPPLIERS + "/T-1?asOf=yesterday").then().statusCode(400);
    }

    @Test
    void an_auditor_reads_and_does_not_write() {
        as("anna.auditor").get(SUPPLIERS).then().statusCode(200);

        as("anna.auditor")
                .body(document(freshId(), "YES"))
                .post(SUPPLIERS)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:redoubt:problem:forbidden"));
    }

    @Test
    void nobody_in_particular_is_told_to_say_who_they_are() {
        RestAssured.given()
                .get(SUPPLIERS)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Basic realm=\"redoubt demo\"")
                .body("type", equalTo("urn:redoubt:problem:unauthenticated"));
    }

    @Test
    void a_wrong_password_is_refused() {
        RestAssured.given()
                .auth()
                .preemptive()
                .basic("petra.procurement", "wrong")
                .get(SUPPLIERS)
                .then()
                .statusCode(401);
    }

    @Test
    void a_body_beyond_the_limit_is_refused_before_it_is_read() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST " + SUPPLIERS + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 70000000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readNBytes(200), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("urn:redoubt:problem:too-large");
        }
    }

    @Test
    void a_form_that_is_no_media_type_is_unsupported() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: json\r\n"
                                    + "Content-Length: 2\r\n\r\n{}")
                            .getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readNBytes(200), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 415").contains("urn:redoubt:problem:unsupported-media-type");
        }
    }

    @Test
    void an_addition_keeps_what_it_does_not_name() {
        String id = freshId();
        buyer().body("{\"id\": \"" + id
                        + "\", \"name\": \"Halvorix\", \"sites\": [{\"id\": \"S1\", \"name\": \"Plant\","
                        + " \"country\": \"DEU\"}], \"ownership\": {\"ownerList\": \"LISTED_HALF_OR_MORE\"}}")
                .post(SUPPLIERS)
                .then()
                .statusCode(201);

        Response added = buyer().header("If-Match", "\"0\"")
                .body("{\"id\": \"" + id + "\", \"ownership\": {\"disclosed\": true}, \"findings\": [{\"id\": \"F-1\","
                        + " \"severity\": \"MINOR\", \"standard\": \"ISO_27001\", \"openedOn\": \"2026-01-01\","
                        + " \"dueOn\": \"2026-04-01\", \"site\": \"S1\"}]}")
                .post(SUPPLIERS + "/" + id + "/facts");

        added.then()
                .statusCode(200)
                .body("ownership.ownerList", equalTo("LISTED_HALF_OR_MORE"))
                .body("ownership.disclosed", equalTo(true))
                .body("findings[0].site", equalTo("S1"));
    }

    @Test
    void an_attributed_leak_is_not_taken_back_in_passing() {
        String id = freshId();
        buyer().body("{\"id\": \"" + id + "\", \"name\": \"Halvorix\", \"canaries\": [{\"id\": \"K-1\", \"placedOn\":"
                        + " \"2026-01-01\", \"outcome\": \"ATTRIBUTED\"}]}")
                .post(SUPPLIERS)
                .then()
                .statusCode(201);

        Response without = buyer().header("If-Match", "\"0\"")
                .body("{\"id\": \"" + id + "\", \"name\": \"Halvorix\"}")
                .put(SUPPLIERS + "/" + id);

        without.then().statusCode(422).body("violations[0].pointer", equalTo("/canaries"));
        buyer().get(SUPPLIERS + "/" + id).then().body("canaries[0].outcome", equalTo("ATTRIBUTED"));
    }

    @Test
    void a_date_to_come_is_refused() {
        String future = document(freshId(), "YES").replace("2026-03-01", "2999-03-01");

        Response refused = buyer().body(future).post(SUPPLIERS);

        refused.then().statusCode(422).body("violations[0].pointer", equalTo("/answers/0/answeredOn"));
    }
}
