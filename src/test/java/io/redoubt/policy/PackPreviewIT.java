package io.redoubt.policy;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.policy.PackDesk.DRAFTS;
import static io.redoubt.policy.PackDesk.FROM;
import static io.redoubt.policy.PackDesk.approve;
import static io.redoubt.policy.PackDesk.awaitInForce;
import static io.redoubt.policy.PackDesk.changed;
import static io.redoubt.policy.PackDesk.draft;
import static io.redoubt.policy.PackDesk.emergency;
import static io.redoubt.policy.PackDesk.inForce;
import static io.redoubt.policy.PackDesk.publish;
import static io.redoubt.policy.PackDesk.ratify;
import static io.redoubt.policy.PackDesk.submitted;
import static io.redoubt.policy.PackDesk.supplier;
import static io.redoubt.policy.PackDesk.today;
import static io.redoubt.policy.PackDesk.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redoubt.MovableClock;
import io.redoubt.PostgresResource;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who would be affected by a draft, told before anybody approves it. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
@TestProfile(MovableClock.InTests.class)
class PackPreviewIT {
    /** What a test put in force ends with it. */
    @AfterEach
    void restore() {
        MovableClock.forward(Duration.ofDays(30));
    }

    private static String preview(String draft, String query) {
        String location = as("leo.legal")
                .post(DRAFTS + draft + "/previews" + query)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        String job = location.substring(location.lastIndexOf('/') + 1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !List.of("QUEUED", "RUNNING")
                        .contains(as("leo.legal").get(location).jsonPath().getString("state")));
        return DRAFTS + draft + "/previews/" + job;
    }

    /** What a preview tells of a supplier. */
    private static JsonPath impact(String preview, String supplier) {
        return as("lara.approver")
                .get(preview + "/suppliers?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("items.find { it.supplier == '" + supplier + "' }");
    }

    @Test
    void what_a_preview_tells_is_what_happens_when_the_draft_is_in_force() {
        // Given
        String supplier = supplier();
        String draft = changed("1.9.0", 9);

        // When
        String preview = preview(draft, "");

        // Then
        JsonPath told = as("lara.approver")
                .get(preview)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(told.getString("job.state")).isEqualTo("DONE");
        assertThat(told.getString("impact.asOf"))
                .as("the day from which on the value counts")
                .isEqualTo(FROM);
        assertThat(told.getBoolean("current")).isTrue();
        assertThat(told.getLong("impact.changed")).isPositive();
        JsonPath impact = impact(preview, supplier);
        assertThat(impact.getString("moved.rules")).contains("GOV-01");
        assertThat(impact.getInt("before.worst")).isEqualTo(worst(supplier));

        // and when it is in force
        String hash = submitted(draft);
        approve("lara.approver", draft, hash).then().statusCode(200);
        as("lara.approver").get(preview).then().body("current", equalTo(true));
        int publication = emergency("lara.approver", draft);
        awaitInForce(hash);
        assertThat(impact.getInt("after.worst")).isEqualTo(worst(supplier));
        ratify("lin.approver", publication).then().statusCode(200);
        as("leo.legal").get(preview).then().body("current", equalTo(false));
    }

    @Test
    void no_preview_is_of_a_day_on_which_no_draft_could_be_in_force() {
        String draft = changed("1.9.0", 9);

        for (LocalDate day : List.of(today().minusDays(1), today().plusYears(11))) {
            as("leo.legal")
                    .post(DRAFTS + draft + "/previews?asOf=" + day)
                    .then()
                    .statusCode(422)
                    .body("detail", containsString("must lie between " + today()));
        }
    }

    @Test
    void a_preview_compares_with_what_is_announced_for_its_day() {
        // Given
        String supplier = supplier();
        String now = inForce();
        String announced = changed("1.8.0", 8);
        String hash = submitted(announced);
        approve("lara.approver", announced, hash).then().statusCode(200);
        publish(announced, Map.of("effectiveFrom", today().plusDays(20).toString()))
                .then()
                .statusCode(200);
        String draft = draft("Knows nothing of what is announced");

        // When
        String before = preview(draft, "?asOf=" + today().plusDays(19));
        String after = preview(draft, "?asOf=" + FROM);

        // Then
        as("leo.legal")
                .get(before)
                .then()
                .body("impact.base.RULES", equalTo(now))
                .body("impact.changed", equalTo(0))
                .body("current", equalTo(true));
        as("leo.legal")
                .get(after)
                .then()
                .body("impact.base.RULES", equalTo(hash))
                .body("current", equalTo(true));
        assertThat(impact(after, supplier).getString("moved.rules")).contains("GOV-01");
    }

    @Test
    void an_emergency_that_nobody_ratified_is_over_by_the_day_of_a_preview() {
        // Given
        String emergency = changed("1.7.0", 7);
        String now = inForce();
        String hash = submitted(emergency);
        approve("lara.approver", emergency, hash).then().statusCode(200);
        emergency("lara.approver", emergency);
        awaitInForce(hash);

        // When
        String preview = preview(draft("Of what is in force for three days"), "?asOf=" + FROM);

        // Then
        as("leo.legal").get(preview).then().body("impact.base.RULES", equalTo(now));
        as("leo.legal").post(DRAFTS + emergency + "/previews").then().statusCode(409);
    }

    private static int worst(String supplier) {
        return buyer().post("/api/v1/suppliers/" + supplier + "/assessments?asOf=" + FROM)
                .then()
                .statusCode(201)
                .extract()
                .path("figures.overall.worst.headline");
    }

    @Test
    void rules_that_fire_for_nobody_are_named() {
        // Given
        supplier();

        // When
        String preview = preview(draft("Nothing is changed"), "");

        // Then
        as("anna.auditor")
                .get(preview)
                .then()
                .statusCode(200)
                .body("impact.changed", equalTo(0))
                .body("impact.judged", equalTo(0))
                .body("impact.base.RULES", equalTo(inForce()))
                .body("impact.rules.rule", hasItem("GOV-01"));
        as("anna.auditor").get(preview + "/suppliers").then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void a_draft_that_cannot_be_read_fails_its_preview_in_words() {
        // Given
        String draft = draft("A broken table");
        write(draft, "tables/audits.csv", "id,nonsense\nX,1\n");

        // When
        String preview = preview(draft, "");

        // Then
        String problem = as("leo.legal").get(preview).then().extract().path("job.problem");
        assertThat(problem).contains("tables/audits.csv:1");
        as("leo.legal").get(DRAFTS + draft + "/previews").then().body("job.state", contains("FAILED"));
        as("leo.legal").get(preview + "/suppliers").then().statusCode(409);
    }

    @Test
    void who_is_not_of_the_legal_team_previews_nothing() {
        // Given
        String draft = draft("Not for everybody");

        // When, Then
        buyer().post(DRAFTS + draft + "/previews").then().statusCode(403);
        as("leo.legal").post(DRAFTS + UUID.randomUUID() + "/previews").then().statusCode(404);
        as("leo.legal")
                .get(DRAFTS + draft + "/previews/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }
}
