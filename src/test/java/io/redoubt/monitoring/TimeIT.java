package io.redoubt.monitoring;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.Api.freshId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redoubt.MovableClock;
import io.redoubt.PostgresResource;
import io.redoubt.policy.PackDesk;
import io.redoubt.portfolio.RateByItself;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What time does to ratings without anybody pressing a button. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.OfTime.class, restrictToAnnotatedClass = true)
@TestProfile(MovableClock.InTests.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TimeIT {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String JOBS = "select count(*) from job where occasion = 'TIME'";

    @Inject
    RateByItself rateByItself;

    @Inject
    DataSource database;

    private static String supplier(LocalDate evidenceUntil) {
        String id = freshId();
        buyer().body("{\"id\": \"" + id
                        + "\", \"name\": \"Halvorix GmbH\", \"sites\": [{\"id\": \"S1\", \"name\": \"Plant\", \"country\": \"DEU\"}],"
                        + " \"answers\": [{\"question\": \"Q-NDA\", \"value\": \"YES\", \"verification\": \"DOCUMENTED\","
                        + " \"answeredOn\": \"" + PackDesk.today().minusDays(1) + "\", \"validUntil\": \""
                        + evidenceUntil
                        + "\"}]}")
                .post("/api/v1/suppliers")
                .then()
                .statusCode(201);
        return id;
    }

    private static void answer(String supplier, String value) {
        String path = "/api/v1/suppliers/" + supplier;
        buyer().header("If-Match", buyer().get(path).header("ETag"))
                .body("{\"id\": \"" + supplier + "\", \"answers\": [{\"question\": \"Q-NDA\", \"value\": \"" + value
                        + "\", \"verification\": \"DOCUMENTED\", \"answeredOn\": \"" + PackDesk.today() + "\"}]}")
                .post(path + "/facts")
                .then()
                .statusCode(200);
    }

    private static String coverage(String supplier) {
        return buyer().get("/api/v1/assessments/" + assessments(supplier).getString("items[0].id"))
                .path("coverageByDomain.LEGAL");
    }

    private static List<String> occasions(String supplier) {
        return assessments(supplier).getList("items.occasion");
    }

    private static JsonPath assessments(String supplier) {
        return buyer().get("/api/v1/suppliers/" + supplier + "/assessments")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> reminders(String supplier) {
        return buyer().get("/api/v1/reminders?supplier=" + supplier)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.collect { it.kind + ' ' + it.key + ' ' + it.daysAhead }");
    }

    @Test
    @Order(1)
    void what_is_recorded_is_rated_by_itself_and_once() {
        String supplier = supplier(PackDesk.today().plusYears(1));
        await().atMost(LONGEST).until(() -> occasions(supplier).equals(List.of("FACTS")));

        answer(supplier, "NO");

        await().atMost(LONGEST).until(() -> occasions(supplier).equals(List.of("FACTS", "FACTS")));
        assertThat(assessments(supplier).getList("items.ratedBy")).containsOnly("system");
        await().during(Duration.ofSeconds(3))
                .atMost(LONGEST)
                .until(() -> occasions(supplier).size() == 2);
    }

    @Test
    @Order(2)
    void evidence_that_ends_is_told_ahead_and_then_acts_by_itself() throws Exception {
        LocalDate end = PackDesk.today().plusDays(40);
        String lapsing = supplier(end);
        String lasting = supplier(PackDesk.today().plusDays(400));
        await().atMost(LONGEST)
                .until(() -> occasions(lapsing).size() + occasions(lasting).size() == 2);
        assertThat(reminders(lapsing)).isEmpty();
        assertThat(coverage(lapsing)).isEqualTo(coverage(lasting)).isNotEqualTo("0 %");

        for (int ahead : new int[] {30, 7, 1}) {
            MovableClock.forward(Duration.between(
                    MovableClock.now(), end.minusDays(ahead).atTime(12, 0).toInstant(java.time.ZoneOffset.UTC)));
            await().atMost(LONGEST).until(() -> reminders(lapsing).equals(List.of("ANSWER Q-NDA " + ahead)));
            assertThat(occasions(lapsing)).as("it still counts").containsExactly("FACTS");
        }
        MovableClock.forward(Duration.ofDays(2));

        await().atMost(LONGEST).until(() -> occasions(lapsing).equals(List.of("TIME", "FACTS")));
        assertThat(coverage(lapsing)).isEqualTo("0 %");
        assertThat(assessments(lapsing).getString("items[0].asOf"))
                .isEqualTo(PackDesk.today().toString());
        assertThat(occasions(lasting)).as("came out the same").containsExactly("FACTS");
        buyer().get("/api/v1/portfolio/ranking?limit=200")
                .then()
                .body(
                        "items.find { it.supplier == '" + lasting + "' }.confirmedOn",
                        equalTo(PackDesk.today().toString()));
        String nights = " from job where occasion = 'TIME' and state = 'DONE'";
        assertThat(number("select min(untouched)" + nights))
                .as("rated by no night, and counted")
                .isPositive();
        assertThat(number("select sum(done)" + nights)).isBetween(1L, 8L);
        assertThat(reminders(lapsing)).as("until it is renewed").containsExactly("ANSWER Q-NDA 1");

        answer(lapsing, "YES");

        await().atMost(LONGEST).until(() -> reminders(lapsing).isEmpty());
    }

    @Test
    @Order(3)
    void a_reminder_that_somebody_sees_to_is_closed_once() {
        String supplier = supplier(PackDesk.today().plusDays(5));
        await().atMost(LONGEST).until(() -> reminders(supplier).equals(List.of("ANSWER Q-NDA 7")));
        int id = buyer().get("/api/v1/reminders?supplier=" + supplier).path("items[0].id");

        as("anna.auditor").post("/api/v1/reminders/" + id + "/close").then().statusCode(403);
        buyer().post("/api/v1/reminders/" + id + "/close")
                .then()
                .statusCode(200)
                .body("closedBy", equalTo("petra.procurement"));
        buyer().post("/api/v1/reminders/" + id + "/close").then().statusCode(409);
        assertThat(reminders(supplier)).isEmpty();
    }

    @Test
    @Order(4)
    void of_many_who_look_at_the_clock_one_queues_the_night() throws Exception {
        long before = number(JOBS);
        ExecutorService replicas = Executors.newFixedThreadPool(8);
        MovableClock.forward(Duration.ofDays(1));

        List<Callable<Void>> looks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            looks.add(() -> {
                rateByItself.queueDue();
                return null;
            });
        }
        for (Future<Void> look : replicas.invokeAll(looks)) {
            look.get();
        }
        replicas.shutdown();

        assertThat(number(JOBS)).isEqualTo(before + 1);
        MovableClock.forward(Duration.ofDays(5));
        await().during(Duration.ofSeconds(3)).atMost(LONGEST).until(() -> number(JOBS) == before + 2);
    }

    @Test
    @Order(5)
    void another_pack_rates_everybody_again() {
        String supplier = PackDesk.supplier();
        await().atMost(LONGEST).until(() -> occasions(supplier).equals(List.of("FACTS")));
        String draft = PackDesk.changed("1.7.0", 19);
        String hash = PackDesk.submitted(draft);
        PackDesk.approve("lara.approver", draft, hash).then().statusCode(200);

        PackDesk.emergency("lara.approver", draft);

        await().atMost(LONGEST).until(() -> occasions(supplier).equals(List.of("METHODOLOGY", "FACTS")));
        assertThat(assessments(supplier).getString("items[0].packHash")).isEqualTo(hash);
    }

    @Test
    @Order(6)
    void a_supplier_that_cannot_be_rated_holds_up_no_other() throws Exception {
        String broken = supplier(PackDesk.today().plusYears(1));
        await().atMost(LONGEST).until(() -> occasions(broken).equals(List.of("FACTS")));
        run("insert into fact select nextval('fact_seq'), '" + broken
                + "', 'ANSWERS', 'Q-GONE', '2026-01-01', '{\"question\": \"Q-GONE\"}', now(), 'x', null, null");
        run("insert into pending_rating (supplier_id, not_before) values ('" + broken + "', now())");

        String other = supplier(PackDesk.today().plusYears(1));

        await().atMost(LONGEST).until(() -> occasions(other).equals(List.of("FACTS")));
        await().atMost(LONGEST)
                .until(() ->
                        number("select count(*) from pending_rating where tries > 0 and supplier_id = '" + broken + "'")
                                == 1);
        MovableClock.forward(Duration.ofDays(1));
        await().atMost(LONGEST).until(() -> number(JOBS + " and state = 'DONE' and unrateable = 1") == 1);
    }

    private void run(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
