package io.redoubt.policy;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.policy.PackDesk.DRAFTS;
import static io.redoubt.policy.PackDesk.FROM;
import static io.redoubt.policy.PackDesk.PACKS;
import static io.redoubt.policy.PackDesk.approve;
import static io.redoubt.policy.PackDesk.awaitInForce;
import static io.redoubt.policy.PackDesk.changed;
import static io.redoubt.policy.PackDesk.draft;
import static io.redoubt.policy.PackDesk.edit;
import static io.redoubt.policy.PackDesk.emergency;
import static io.redoubt.policy.PackDesk.inForce;
import static io.redoubt.policy.PackDesk.points;
import static io.redoubt.policy.PackDesk.publish;
import static io.redoubt.policy.PackDesk.ratify;
import static io.redoubt.policy.PackDesk.submitted;
import static io.redoubt.policy.PackDesk.supplier;
import static io.redoubt.policy.PackDesk.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redoubt.MovableClock;
import io.redoubt.PostgresResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From an edit to the day on which it rates, and what nobody can do on the way. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
@TestProfile(MovableClock.InTests.class)
class PackLifeIT {
    @Inject
    DataSource database;

    /** What a test put in force ends with it: everything that was published lies in the past of the next one. */
    @AfterEach
    void restore() {
        MovableClock.forward(Duration.ofDays(30));
    }

    @Test
    void a_change_is_approved_by_another_person_and_rates_from_its_day_on() {
        // Given
        String before = inForce();
        String supplier = supplier();
        assertThat(points(supplier)).isEqualTo("12");
        String draft = changed("1.1.0", 9);

        // When it is checked
        as("leo.legal").post(DRAFTS + draft + "/check").then().statusCode(200).body("readable", equalTo(true));
        as("leo.legal")
                .get(DRAFTS + draft + "/difference")
                .then()
                .body("changes.find { it.item == 'playbook_points' }.part", equalTo("values." + FROM + ".from"))
                .body("changes.find { it.item == 'playbook_points' }.after", equalTo(FROM));
        String hash = submitted(draft);

        // Then nobody but another person approves exactly this
        approve("leo.legal", draft, hash).then().statusCode(403);
        approve("lara.approver", draft, before).then().statusCode(409);
        approve("lara.approver", draft, hash).then().statusCode(200).body("state", equalTo("APPROVED"));

        // and it is in force after the notice
        publish(draft, Map.of("effectiveFrom", today().toString()))
                .then()
                .statusCode(422)
                .body("detail", containsString("announced 7 days ahead"));
        publish(draft, Map.of("effectiveFrom", today().plusDays(7).toString()))
                .then()
                .statusCode(200);
        assertThat(points(supplier)).isEqualTo("12");
        MovableClock.forward(Duration.ofDays(7));
        awaitInForce(hash);
        assertThat(points(supplier)).isEqualTo("9");
    }

    @Test
    void an_edit_voids_the_approval() {
        String draft = changed("1.2.0", 23);
        approve("lara.approver", draft, submitted(draft)).then().statusCode(200);

        edit(draft, "/tables/answers_legal/rows/LEG-01", Map.of("points", "22"))
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("approvedBy", equalTo(null));

        publish(draft, Map.of("emergency", true)).then().statusCode(409);
    }

    @Test
    void an_emergency_is_in_force_at_once_and_ends_by_itself() {
        String before = inForce();
        String draft = changed("1.3.0", 21);
        String hash = submitted(draft);
        approve("lara.approver", draft, hash).then().statusCode(200);

        int publication = emergency("lara.approver", draft);

        awaitInForce(hash);
        ratify("lara.approver", publication).then().statusCode(403);
        MovableClock.forward(Duration.ofHours(73));
        awaitInForce(before);
    }

    @Test
    void an_emergency_that_another_person_ratifies_stays() {
        String draft = changed("1.3.1", 22);
        String hash = submitted(draft);
        approve("lara.approver", draft, hash).then().statusCode(200);
        int publication = emergency("lara.approver", draft);

        ratify("lin.approver", publication).then().statusCode(200).body("ratifiedBy", equalTo("lin.approver"));

        MovableClock.forward(Duration.ofHours(73));
        String supplier = supplier();
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .until(() -> inForce().equals(hash));
        assertThat(points(supplier)).isEqualTo("22");
        ratify("lin.approver", publication).then().statusCode(409);
    }

    @Test
    void an_older_pack_comes_back_by_the_same_way() {
        String before = inForce();
        String draft = changed("1.4.0", 20);
        String hash = submitted(draft);
        approve("lara.approver", draft, hash).then().statusCode(200);
        emergency("lara.approver", draft);
        awaitInForce(hash);

        String back = as("leo.legal")
                .body(Map.of("title", "Back", "restores", before))
                .post(DRAFTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(submitted(back)).isEqualTo(before);
        approve("lara.approver", back, before).then().statusCode(200);
        emergency("lara.approver", back);

        awaitInForce(before);
    }

    @Test
    void the_database_refuses_what_the_service_would() throws SQLException {
        String draft = changed("1.6.0", 16);
        String hash = submitted(draft);

        for (String forbidden : List.of(
                "update pack_draft set state = 'APPROVED', approved_by = 'leo.legal', approved_at = now()",
                "update pack_draft set state = 'PUBLISHED', approved_by = 'x'",
                "update pack_draft set files = '{}'",
                "update pack_draft set state = 'APPROVED', approved_by = 'x', hash = base_hash",
                "delete from pack_draft")) {
            assertThatThrownBy(() -> run(forbidden + " where id = '" + UUID.fromString(draft) + "'"))
                    .as(forbidden)
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> run("insert into pack_publication (pack_id, hash, draft_id, kind, effective_from,"
                        + " published_by, published_at) values ('baseline', '" + hash + "', '" + draft
                        + "', 'PLANNED', now(), 'x', now())"))
                .hasMessageContaining("Only what was approved can be published.");
        assertThatThrownBy(() -> run("update pack_publication set hash = hash, published_by = 'y'"))
                .hasMessageContaining("A publication must not be changed.");
        assertThatThrownBy(() -> run("delete from pack_author where draft_id = '" + draft + "'"))
                .hasMessageContaining("stays its author");
        assertThatThrownBy(
                        () -> run("insert into pack_draft (id, title, base_hash, files, version, state, hash, restores,"
                                + " created_by, created_at, submitted_by, approved_by) select gen_random_uuid(), title, base_hash,"
                                + " files, 0, 'APPROVED', hash, false, 'x', now(), 'x', 'y' from pack_draft where id = '"
                                + draft
                                + "'"))
                .hasMessageContaining("A draft must begin as one.");
        assertThatThrownBy(() -> run("insert into pack_publication (pack_id, hash, kind, effective_from, published_by,"
                        + " published_at) values ('baseline', '" + hash + "', 'FIRST', now(), 'x', now())"))
                .hasMessageContaining("pack_publication_first");
    }

    /** What no service would publish: the one before it stays in force, and everybody can read why. */
    @Test
    void a_pack_that_cannot_be_built_leaves_the_one_before_it_in_force() throws SQLException {
        String before = inForce();

        run("insert into stored_pack values ('broken', 'baseline', '9', '{\"pack.yaml\": \"id: x\"}', now())");
        String draft = UUID.randomUUID().toString();
        run("insert into pack_draft (id, title, base_hash, files, version, state, restores, created_by, created_at)"
                + " values ('" + draft + "', 'Broken', '" + before + "', '{}', 0, 'DRAFT', false, 'x', now())");
        run("update pack_draft set state = 'SUBMITTED', hash = 'broken', submitted_by = 'x' where id = '" + draft
                + "'");
        run("update pack_draft set state = 'APPROVED', approved_by = 'y' where id = '" + draft + "'");
        run("insert into pack_publication (pack_id, hash, draft_id, kind, effective_from, published_by, published_at)"
                + " values ('baseline', 'broken', '" + draft + "', 'PLANNED', '" + today() + "', 'x', now())");

        await().atMost(Duration.ofSeconds(5))
                .until(() -> as("anna.auditor").get(PACKS).path("problem") != null);
        as("anna.auditor")
                .get(PACKS)
                .then()
                .body("hash", equalTo(before))
                .body("problem", containsString("broken can't be built: pack.yaml:1:1 The key ("));
        as("anna.auditor")
                .get("/q/health/well")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'Rule pack' }.data.problem", containsString("broken can't be built"));
        buyer().post("/api/v1/suppliers/" + supplier() + "/assessments?asOf=" + FROM)
                .then()
                .statusCode(201)
                .body("methodology.hash", equalTo(before));

        as("sam.security")
                .get("/api/v1/alerts")
                .then()
                .body(
                        "items.find { it.kind == 'METHODOLOGY_REFUSED' }.told",
                        containsString("can't be built, and what was before stays: pack.yaml:1:1"));

        // and what rates is put in force again by those who may
        String back = as("leo.legal")
                .body(Map.of("title", "As it was", "restores", before))
                .post(DRAFTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        submitted(back);
        approve("lara.approver", back, before).then().statusCode(200);
        int publication = emergency("lara.approver", back);
        ratify("lin.approver", publication).then().statusCode(200);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> as("anna.auditor").get(PACKS).path("problem") == null);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
