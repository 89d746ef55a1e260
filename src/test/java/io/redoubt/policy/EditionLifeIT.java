package io.redoubt.policy;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.Api.freshId;
import static io.redoubt.policy.DraftFixture.DRAFTS;
import static io.redoubt.policy.DraftFixture.PACKS;
import static io.redoubt.policy.DraftFixture.approve;
import static io.redoubt.policy.DraftFixture.awaitInForce;
import static io.redoubt.policy.DraftFixture.check;
import static io.redoubt.policy.DraftFixture.draft;
import static io.redoubt.policy.DraftFixture.inForce;
import static io.redoubt.policy.DraftFixture.publish;
import static io.redoubt.policy.DraftFixture.takeEffect;
import static io.redoubt.policy.DraftFixture.text;
import static io.redoubt.policy.DraftFixture.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redoubt.MovableClock;
import io.redoubt.PostgresResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Data changes ratings as rules do: an edition goes through the same hands before it counts. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
@TestProfile(MovableClock.InTests.class)
class EditionLifeIT {
    private static final String LEI = "529900HALVORIXTEST88";

    @Inject
    DataSource database;

    @AfterEach
    void restore() {
        MovableClock.forward(Duration.ofDays(30));
    }

    private static String supplier(String facts) {
        String id = freshId();
        buyer().body("{\"id\": \"" + id + "\", \"name\": \"Halvorix GmbH\", " + facts + "}")
                .post("/api/v1/suppliers")
                .then()
                .statusCode(201);
        return id;
    }

    private static Response rated(String supplier) {
        LocalDate today = LocalDate.ofInstant(MovableClock.now(), ZoneOffset.UTC);
        return buyer().post("/api/v1/suppliers/" + supplier + "/assessments?asOf=" + today);
    }

    private static List<String> rules(Response assessment) {
        return assessment.then().statusCode(201).extract().<List<List<String>>>path("contributions.rules.id").stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The edition in which Iceland is monitored more closely. */
    private static String monitored(String edition) {
        String draft = draft(Subject.FACTORS);
        write(draft, "fatf/values.csv", text(draft, "fatf/values.csv") + "ISL,INCREASED_MONITORING\n");
        write(draft, "fatf/factor.yaml", text(draft, "fatf/factor.yaml").replace("June 2026", edition));
        return draft;
    }

    @Test
    void a_factor_edition_rates_from_its_day_on_and_goes_back_the_same_way() throws SQLException {
        // Given
        String before = inForce(Subject.FACTORS);
        String supplier = supplier("\"sites\": [{\"id\": \"S1\", \"name\": \"Works\", \"country\": \"ISL\"}]");
        Response old = rated(supplier);
        assertThat(rules(old)).doesNotContain("LOC-41");
        String draft = monitored("October 2027");

        // When it is read, it is shown cell by cell
        as("leo.legal")
                .get(DRAFTS + draft + "/difference")
                .then()
                .body("changes.find { it.item == 'ISL' && it.part == 'value' }.after", equalTo("INCREASED_MONITORING"));
        String hash = as("leo.legal").post(DRAFTS + draft + "/submit").path("hash");

        // Then nobody approves what he wrote, by whichever way
        approve("leo.legal", draft, hash).then().statusCode(403);
        assertThatThrownBy(() -> run("update pack_draft set state = 'APPROVED', approved_by = 'leo.legal',"
                        + " approved_at = now() where id = '" + draft + "'"))
                .isInstanceOf(SQLException.class);
        approve("lara.approver", draft, hash).then().statusCode(200);

        // and it rates when its day has come, and says so
        LocalDate from = LocalDate.ofInstant(MovableClock.now(), ZoneOffset.UTC).plusDays(7);
        publish(draft, Map.of("effectiveFrom", from.toString())).then().statusCode(200);
        assertThat(rules(rated(supplier))).doesNotContain("LOC-41");
        MovableClock.forward(Duration.ofDays(7));
        awaitInForce(Subject.FACTORS, hash);
        Response now = rated(supplier);
        assertThat(rules(now)).contains("LOC-41");
        now.then()
                .body("methodology.editions.factors.hash", equalTo(hash))
                .body("methodology.editions.factors.of.fatf", equalTo("October 2027"));

        // and the past stays as it was
        old.then().body("methodology.editions.factors.hash", equalTo(before));
        buyer().post(old.header("Location") + "/replay").then().statusCode(200).body("identical", equalTo(true));
        takeEffect(Subject.FACTORS, draft(Map.of("title", "Back", "restores", before)));
        assertThat(inForce(Subject.FACTORS)).isEqualTo(before);
        assertThat(rules(rated(supplier))).doesNotContain("LOC-41");
        buyer().post(now.header("Location") + "/replay").then().body("identical", equalTo(true));
    }

    @Test
    void a_broken_edition_is_refused_at_its_place() {
        String draft = draft(Subject.FACTORS);
        write(draft, "fatf/values.csv", "country,value\nISL,BLACK\n");

        check(draft)
                .then()
                .body("readable", equalTo(false))
                .body("mistakes[0].file", equalTo("fatf/values.csv"))
                .body("mistakes[0].line", equalTo(2))
                .body("mistakes[0].column", equalTo(2));
        as("leo.legal").post(DRAFTS + draft + "/submit").then().statusCode(422);
    }

    @Test
    void an_edition_without_what_the_pack_reads_is_refused_at_the_rule() {
        String draft = draft(Subject.FACTORS);
        for (String file : List.of("fatf/values.csv", "fatf/factor.yaml")) {
            as("leo.legal")
                    .header("If-Match", as("leo.legal").get(DRAFTS + draft).header("ETag"))
                    .delete(DRAFTS + draft + "/files/" + file)
                    .then()
                    .statusCode(200);
        }

        check(draft)
                .then()
                .body("ready", equalTo(false))
                .body("mistakes.file", hasItem("tables/location_fatf.csv"))
                .body("mistakes[0].message", startsWith("The rule pack in force must be understood"));
    }

    @Test
    void an_edition_under_which_a_scenario_comes_out_differently_is_refused_at_the_scenario() {
        String draft = draft(Subject.FACTORS);
        write(draft, "fatf/values.csv", text(draft, "fatf/values.csv") + "AUT,CALL_FOR_ACTION\n");

        check(draft)
                .then()
                .body("readable", equalTo(true))
                .body("doubts.kind", hasItem("SAME_EDITION"))
                .body("mistakes.findAll { it.kind == 'SCENARIO' }.file", hasItem(startsWith("scenarios/")));
        as("leo.legal").post(DRAFTS + draft + "/submit").then().statusCode(422);
    }

    @Test
    void a_listing_counts_for_a_vulnerability_whatever_the_supplier_states() {
        LocalDate soon = LocalDate.ofInstant(MovableClock.now(), ZoneOffset.UTC).plusDays(60);
        String supplier = supplier("\"vulnerabilities\": [{\"id\": \"CVE-2026-77001\", \"product\": \"Gateway\","
                + " \"severity\": \"MEDIUM\", \"awareOn\": \"2026-11-02\"}], \"registers\": [{\"kind\":"
                + " \"VULNERABILITIES\", \"completeUntil\": \"" + soon + "\"}]");
        assertThat(rules(rated(supplier))).doesNotContain("VUL-03");
        String draft = draft(Subject.EXPLOITED);
        write(draft, "exploited.csv", text(draft, "exploited.csv") + "CVE-2026-77001,2026-10-30,Halvorix,Gateway\n");

        takeEffect(Subject.EXPLOITED, draft);

        Response rated = rated(supplier);
        assertThat(rules(rated)).contains("VUL-03");
        rated.then().body("methodology.editions.exploited.hash", equalTo(inForce(Subject.EXPLOITED)));
        buyer().get(rated.header("Location") + "/facts")
                .then()
                .body("supplier.vulnerabilities[0].exploitedOn", equalTo("2026-10-30"));
    }

    @Test
    void a_listed_owner_bars_whatever_the_supplier_states() {
        String supplier =
                supplier("\"ownership\": {\"disclosed\": true, \"links\": [{\"owner\": \"Holding\", \"identifier\":"
                        + " {\"scheme\": \"LEI\", \"value\": \"" + LEI + "\"}, \"percent\": 60, \"controls\": true,"
                        + " \"validFrom\": \"2020-01-01\", \"listed\": false}]}");
        rated(supplier).then().body("badge", not(equalTo("DISQUALIFIED")));
        String draft = draft(Subject.OWNERS);
        write(draft, "ours/list.yaml", """
                title: Ours
                description: Made up for a test.
                applies: true
                source: { publisher: Us, title: Ours, edition: "1", licence: none, retrieved: 2026-11-01, completeness: All. }
                """);
        write(draft, "ours/owners.csv", "scheme,identifier,name,from,until\nLEI," + LEI + ",,2026-01-01,\n");

        takeEffect(Subject.OWNERS, draft);

        rated(supplier)
                .then()
                .body("badge", equalTo("DISQUALIFIED"))
                .body("reasons", hasItem("KO-04"))
                .body("methodology.editions.owners.of.ours", equalTo("1"));
    }

    @Test
    void data_has_neither_rules_nor_parameters() throws SQLException {
        String draft = draft(Subject.OWNERS);

        as("leo.legal")
                .header("If-Match", "\"0\"")
                .body(Map.of("points", "1"))
                .patch(DRAFTS + draft + "/tables/answers_legal/rows/LEG-01")
                .then()
                .statusCode(409)
                .body("detail", containsString("The draft must be of rules"));
        as("leo.legal")
                .get(PACKS + "/" + inForce(Subject.OWNERS) + "/method")
                .then()
                .statusCode(422);
        assertThatThrownBy(() -> run("update pack_draft set subject = 'RULES' where id = '" + draft + "'"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> run("insert into pack_publication (pack_id, hash, subject, kind, effective_from,"
                        + " published_by, published_at) values ('x', '" + inForce(Subject.OWNERS)
                        + "', 'FACTORS', 'FIRST', now(), 'x', now())"))
                .isInstanceOf(SQLException.class);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
