package io.redoubt.dispute;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.Api.freshId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redoubt.MovableClock;
import io.redoubt.PostgresResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A supplier that says that its rating is wrong. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.OfTime.class, restrictToAnnotatedClass = true)
@TestProfile(MovableClock.InTests.class)
class DisputeIT {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Inject
    DataSource database;

    /** A supplier that leo.legal rated. */
    private static String rated() {
        String id = freshId();
        buyer().body("{\"id\": \"" + id + "\", \"name\": \"Halvorix GmbH\"}")
                .post("/api/v1/suppliers")
                .then()
                .statusCode(201);
        as("leo.legal").post("/api/v1/suppliers/" + id + "/assessments").then().statusCode(201);
        return id;
    }

    private static String latest(String supplier) {
        return buyer().get("/api/v1/suppliers/" + supplier + "/assessments")
                .path("items.find { it.ratedBy == 'leo.legal' }.id");
    }

    private static String opened(String supplier) {
        return open(supplier, latest(supplier)).then().statusCode(201).extract().path("id");
    }

    private static Response open(String supplier, String assessment) {
        return buyer().body(Map.of("assessment", assessment, "subject", "We never had that incident"))
                .post("/api/v1/suppliers/" + supplier + "/disputes");
    }

    private static Response act(String person, String dispute, String what, Object body) {
        return as(person).body(body).post("/api/v1/disputes/" + dispute + "/" + what);
    }

    private static Response decide(String person, String dispute, String decision) {
        return act(
                person, dispute, "decide", Map.of("decision", decision, "reason", "The record names another plant."));
    }

    @Test
    void an_upheld_dispute_marks_the_rating_first_and_retracts_it_at_last() {
        String supplier = rated();
        String assessment = latest(supplier);
        String dispute = opened(supplier);

        await().atMost(LONGEST)
                .until(() -> buyer().get("/api/v1/suppliers/" + supplier + "/assessments")
                        .<Boolean>path("items[0].disputed"));
        open(supplier, assessment).then().statusCode(409);
        decide("lin.approver", dispute, "UPHELD").then().statusCode(409).body("detail", containsString("acknowledged"));
        act("petra.procurement", dispute, "acknowledge", Map.of())
                .then()
                .statusCode(200)
                .body("acknowledgedBy", equalTo("petra.procurement"));
        act("petra.procurement", dispute, "statements", Map.of("side", "SUPPLIER", "text", "It was\nour neighbour."))
                .then()
                .statusCode(200);
        act("lara.approver", dispute, "statements", Map.of("side", "BUYER", "text", "Our source is a newspaper."))
                .then()
                .statusCode(200)
                .body("statements.side", contains("SUPPLIER", "BUYER"));
        for (String partial : List.of("leo.legal", "lara.approver")) {
            decide(partial, dispute, "UPHELD").then().statusCode(403);
        }

        decide("lin.approver", dispute, "UPHELD").then().statusCode(200).body("decidedBy", equalTo("lin.approver"));

        decide("lin.approver", dispute, "REJECTED").then().statusCode(409);
        buyer().get("/api/v1/assessments/" + assessment)
                .then()
                .body("retracted", equalTo("The record names another plant."))
                .body("supplier", equalTo(supplier));
        buyer().get("/api/v1/suppliers/" + supplier + "/assessments")
                .then()
                .body("items.find { it.id == '" + assessment + "' }.retracted", containsString("another plant"));
        as("anna.auditor")
                .post("/api/v1/assessments/" + assessment + "/replay")
                .then()
                .statusCode(200)
                .body("identical", equalTo(true));
        await().atMost(LONGEST)
                .until(() -> !buyer().get("/api/v1/suppliers/" + supplier + "/assessments")
                        .<Boolean>path("items[0].disputed"));
    }

    @Test
    void a_rejected_one_retracts_nothing() {
        String supplier = rated();
        String dispute = opened(supplier);
        act("petra.procurement", dispute, "acknowledge", Map.of());

        decide("lin.approver", dispute, "REJECTED").then().statusCode(200);

        buyer().get("/api/v1/assessments/" + latest(supplier)).then().body("retracted", nullValue());
        assertThat(as("anna.auditor")
                        .get("/api/v1/suppliers/" + supplier + "/disputes")
                        .<List<String>>path("decision"))
                .containsExactly("REJECTED");
    }

    @Test
    void deadlines_pass_where_nobody_acts() {
        String dispute = opened(rated());
        assertThat(overdue(dispute)).isFalse();

        MovableClock.forward(Duration.ofDays(6));
        assertThat(overdue(dispute)).as("nobody acknowledged it").isTrue();
        act("petra.procurement", dispute, "acknowledge", Map.of());
        assertThat(overdue(dispute)).isFalse();

        MovableClock.forward(Duration.ofDays(25));
        assertThat(overdue(dispute)).as("nobody decided it").isTrue();
        assertThat(buyer().get("/api/v1/disputes?limit=200").<List<String>>path("items.findAll { it.overdue }.id"))
                .contains(dispute);
    }

    private static boolean overdue(String dispute) {
        return buyer().get("/api/v1/disputes/" + dispute).path("overdue");
    }

    @Test
    void the_database_refuses_what_the_service_would() {
        String supplier = rated();
        String dispute = opened(supplier);
        act("petra.procurement", dispute, "acknowledge", Map.of());

        for (String decidedBy : List.of("petra.procurement", "leo.legal")) {
            assertThatThrownBy(() -> run("update dispute set decision = 'REJECTED', reason = 'x', decided_by = '"
                            + decidedBy + "', decided_at = now() where id = '" + dispute + "'"))
                    .hasMessageContaining("no part in it");
        }
        assertThatThrownBy(() -> run("update dispute set subject = 'x' where id = '" + dispute + "'"))
                .hasMessageContaining("must not change");
        assertThatThrownBy(() -> run("delete from dispute where id = '" + dispute + "'"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void what_is_wrong_with_a_dispute_is_told() {
        String supplier = rated();
        String other = rated();

        open(supplier, latest(other)).then().statusCode(404);
        buyer().body(Map.of("subject", "x"))
                .post("/api/v1/suppliers/" + supplier + "/disputes")
                .then()
                .statusCode(422);
        as("erik.executive")
                .body(Map.of("subject", "x"))
                .post("/api/v1/suppliers/" + supplier + "/disputes")
                .then()
                .statusCode(403);
        act("petra.procurement", opened(supplier), "decide", Map.of("decision", "UPHELD", "reason", "x"))
                .then()
                .statusCode(403);
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
