package io.redoubt.assessment;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.Api.freshId;
import static io.redoubt.PostgresResource.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.redoubt.PostgresResource;
import io.redoubt.policy.Methodology;
import io.redoubt.scoring.Rater;
import io.redoubt.scoring.files.FactsSnapshot;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import io.redoubt.web.Cursor;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AssessmentResourceIT {
    @Inject
    DataSource database;

    private static String supplier() {
        String id = freshId();
        buyer().body("""
                        {"id": "%s", "name": "Halvorix GmbH", "sites": [{"id": "S1", "name": "Plant", "country": "THA"}],
                         "answers": [{"question": "Q-NDA", "value": "NO", "verification": "DOCUMENTED",
                                      "answeredOn": "2026-03-01"}]}
                        """.replace("%s", id)).post("/api/v1/suppliers").then().statusCode(201);
        return id;
    }

    private static Response assessed(String supplier) {
        return buyer().post("/api/v1/suppliers/" + supplier + "/assessments?asOf=2026-11-21");
    }

    private static String idOf(Response created) {
        return created.header("Location").replaceFirst(".*/", "");
    }

    @Test
    void hardly_any_answer_is_unrated_and_never_low_risk() {
        Response assessment = assessed(supplier());

        assessment.then().statusCode(201).body("badge", equalTo("UNRATED"));
        assertThat(assessment.<String>path("clearances.'STANDARD/ASSEMBLY'.status"))
                .isEqualTo("UNPROVEN");
        assertThat(assessment.<String>path("clearances.'CRITICAL/ASSEMBLY'.status"))
                .isEqualTo("BARRED");
    }

    @Test
    void every_waterfall_adds_up_exactly() {
        Response assessment = assessed(supplier());

        for (String figure : List.of("overall", "control", "location")) {
            for (String end : List.of("best", "worst")) {
                List<Map<String, String>> steps = assessment.path("figures." + figure + "." + end + ".steps");
                BigDecimal sum = steps.stream()
                        .map(step -> new BigDecimal(step.get("points")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                int headline = assessment.path("figures." + figure + "." + end + ".headline");
                assertThat(sum).as(figure + " " + end).isEqualByComparingTo(BigDecimal.valueOf(headline));
            }
        }
    }

    @Test
    void the_stored_facts_give_the_stored_outcome_again() {
        String id = idOf(assessed(supplier()));

        Response replay = as("anna.auditor").post("/api/v1/assessments/" + id + "/replay");

        replay.then().statusCode(200).body("identical", equalTo(true));
    }

    @Test
    void an_assessment_is_replayed_under_the_pack_that_made_it_and_not_under_the_one_in_force(@TempDir Path folder)
            throws Exception {
        // Given an assessment made when LEG-01 weighed 24 points
        String supplier = supplier();
        PastAssessment past = PastAssessment.make(folder, supplier);
        past.store(database, Rater.SEMANTICS);

        // When
        Response replay = as("anna.auditor").post("/api/v1/assessments/" + past.id() + "/replay");

        // Then
        replay.then().statusCode(200).body("identical", equalTo(true));
        assertThat(past.packHash()).isNotEqualTo(assessed(supplier).path("methodology.hash"));
        assertThat(replay.<List<String>>path("outcome.contributions.findAll { it.rules.id.contains('LEG-01') }.worst"))
                .containsExactly("24");
    }

    @Test
    void an_assessment_of_other_arithmetic_is_not_called_broken(@TempDir Path folder) throws Exception {
        PastAssessment past = PastAssessment.make(folder, supplier());
        past.store(database, "0");

        as("anna.auditor")
                .post("/api/v1/assessments/" + past.id() + "/replay")
                .then()
                .statusCode(409)
                .body("detail", containsString("made with version 0 of the arithmetic"));
    }

    @Test
    void the_difference_between_two_assessments_is_split_by_cause() {
        // Given
        String supplier = supplier();
        Response before = assessed(supplier);
        buyer().header("If-Match", "\"0\"")
                .body("{\"id\": \"" + supplier + "\", \"answers\": [{\"question\": \"Q-NDA\", \"value\": \"YES\","
                        + " \"verification\": \"DOCUMENTED\", \"answeredOn\": \"2026-03-01\"}]}")
                .post("/api/v1/suppliers/" + supplier + "/facts")
                .then()
                .statusCode(200);
        Response after = assessed(supplier);

        // When
        Response difference = buyer().get("/api/v1/assessments/" + idOf(after) + "/difference?from=" + idOf(before));

        // Then
        difference.then().statusCode(200).body("measure", hasItems("OVERALL_WORST", "LOCATION_BEST"));
        BigDecimal from = new BigDecimal(difference.<String>path("[0].from"));
        BigDecimal to = new BigDecimal(difference.<String>path("[0].to"));
        assertThat(to).isLessThan(from);
        assertThat(new BigDecimal(difference.<String>path("[0].parts.ANSWERS")))
                .isEqualByComparingTo(to.subtract(from));
        assertThat(difference.<String>path("[0].parts.METHODOLOGY")).isEqualTo("0");
    }

    @Test
    void only_assessments_of_one_supplier_can_be_compared() {
        String one = idOf(assessed(supplier()));
        String other = idOf(assessed(supplier()));

        buyer().get("/api/v1/assessments/" + one + "/difference?from=" + other)
                .then()
                .statusCode(422)
                .body("detail", containsString("of one supplier"));
        buyer().get("/api/v1/assessments/" + one + "/difference").then().statusCode(422);
    }

    @Test
    void a_later_change_of_facts_leaves_the_assessment_as_it_was() {
        String supplier = supplier();
        Response before = assessed(supplier);
        buyer().header("If-Match", "\"0\"")
                .body("{\"id\": \"" + supplier + "\", \"name\": \"Renamed\"}")
                .put("/api/v1/suppliers/" + supplier)
                .then()
                .statusCode(200);

        Response after = buyer().get("/api/v1/assessments/" + idOf(before));

        assertThat(after.asString()).isEqualTo(before.asString());
        as("anna.auditor")
                .post("/api/v1/assessments/" + idOf(before) + "/replay")
                .then()
                .body("identical", equalTo(true));
    }

    @Test
    void a_rule_says_why_it_did_not_fire() {
        String id = idOf(assessed(supplier()));

        Response rules = buyer().get("/api/v1/assessments/" + id + "/rules");

        assertThat(rules.<String>path("find { it.rule == 'LEG-01' }.truth")).isEqualTo("TRUE");
        assertThat(rules.<String>path("find { it.rule == 'LEG-03' }.truth")).isEqualTo("MAYBE");
        List<String> against = rules.path("find { it.rule == 'KO-10' }.facts[0].against");
        assertThat(against).containsExactly("Answer.amount is unanswered, the rule asks for more than 4");
    }

    @Test
    void the_history_lists_the_latest_first() {
        String supplier = supplier();
        String first = idOf(assessed(supplier));
        String second = idOf(assessed(supplier));

        Response history = buyer().get("/api/v1/suppliers/" + supplier + "/assessments");

        assertThat(history.<List<String>>path("items.id")).containsExactly(second, first);
        assertThat(history.<List<String>>path("items.ratedBy")).containsOnly("petra.procurement");
        assertThat(history.<List<Integer>>path("items.risk")).containsOnlyNulls();
    }

    @Test
    void an_assessment_made_between_two_pages_moves_nothing_in_the_history() {
        String supplier = supplier();
        String history = "/api/v1/suppliers/" + supplier + "/assessments";
        String first = idOf(assessed(supplier));
        String second = idOf(assessed(supplier));
        Response page = buyer().get(history + "?limit=1");
        assessed(supplier);

        Response next = buyer().get(history + "?limit=1&cursor=" + page.path("next"));

        assertThat(page.<List<String>>path("items.id")).containsExactly(second);
        assertThat(next.<List<String>>path("items.id")).containsExactly(first);
        assertThat(next.<String>path("next")).isNull();
    }

    @Test
    void a_cursor_that_no_page_has_answered_is_malformed() {
        for (String key : List.of("7", "now " + UUID.randomUUID(), "+300000-01-01T00:00:00Z " + UUID.randomUUID())) {
            buyer().queryParam("cursor", Cursor.of(key))
                    .get("/api/v1/suppliers/T-1/assessments")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void of_two_acts_at_once_the_ranking_shows_the_one_that_knew_more() throws Exception {
        // Given an act that has read the facts and waits to store them, because another stores the same
        String supplier = supplier();
        Methodology methodology = Methodology.read(Path.of("data"), Path.of("rules/baseline"));
        FactsSnapshot facts = FactsSnapshot.of(methodology.complete(
                new SupplierFactsReader(methodology.catalogue())
                        .read(SupplierFile.parse(
                                buyer().get("/api/v1/suppliers/" + supplier).asString())),
                LocalDate.now(ZoneOffset.UTC)));
        assessed(supplier());
        String later;
        CompletableFuture<Response> first;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("insert into stored_facts values ('" + facts.hash() + "', '')");
            first = CompletableFuture.supplyAsync(() -> assessed(supplier));
            await().until(() -> waiting(database));

            // When
            buyer().header("If-Match", "\"0\"")
                    .body("{\"id\": \"" + supplier + "\", \"name\": \"Halvorix\"}")
                    .put("/api/v1/suppliers/" + supplier)
                    .then()
                    .statusCode(200);
            later = idOf(assessed(supplier));
            connection.rollback();
        }
        first.get().then().statusCode(201);

        // Then
        Response ranking = buyer().get("/api/v1/portfolio/ranking?limit=500");
        assertThat(ranking.<String>path("items.find { it.supplier == '" + supplier + "' }.assessment"))
                .isEqualTo(later);
    }

    @Test
    void a_request_that_names_no_day_is_answered_again_after_midnight() {
        String supplier = supplier();
        String key = UUID.randomUUID().toString();
        Supplier<Response> request =
                () -> buyer().header("Idempotency-Key", key).post("/api/v1/suppliers/" + supplier + "/assessments");
        QuarkusMock.installMockForType(Clock.fixed(Instant.parse("2026-11-21T23:59:59Z"), ZoneOffset.UTC), Clock.class);
        Response before = request.get();
        QuarkusMock.installMockForType(Clock.fixed(Instant.parse("2026-11-22T00:00:01Z"), ZoneOffset.UTC), Clock.class);

        Response after = request.get();

        assertThat(after.statusCode()).isEqualTo(201);
        assertThat(after.asString()).isEqualTo(before.asString());
    }

    @Test
    void an_unknown_supplier_is_not_rated() {
        assessed("nobody").then().statusCode(404).body("type", equalTo("urn:redoubt:problem:not-found"));
    }

    @Test
    void an_executive_does_not_rate() {
        as("erik.executive")
                .post("/api/v1/suppliers/" + supplier() + "/assessments")
                .then()
                .statusCode(403);
    }

    @Test
    void the_database_itself_refuses_to_change_what_was_recorded() throws SQLException {
        assessed(supplier()).then().statusCode(201);
        for (String change : List.of(
                "update assessment set badge = 'LOW'",
                "delete from assessment",
                "update fact set body = '{}'",
                "delete from fact",
                "update audit_event set actor = 'x'",
                "update stored_facts set body = ''")) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                Assertions.assertThatThrownBy(() -> statement.executeUpdate(change))
                        .as(change)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("must not be");
            }
        }
    }

    @Test
    void every_act_leaves_an_audit_event() throws SQLException {
        String supplier = supplier();
        assessed(supplier).then().statusCode(201);

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select string_agg(actor || ' ' || action, ', ' order by id) from"
                        + " audit_event where object_id = '" + supplier + "'")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("petra.procurement created, petra.procurement rated");
        }
    }
}
