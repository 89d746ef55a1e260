package io.redoubt.policy;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.Api.freshId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.redoubt.MovableClock;
import io.redoubt.PostgresResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From an edit to the day on which it rates, and what nobody can do on the way. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
@TestProfile(PackLifeIT.WithMovableClock.class)
class PackLifeIT {
    private static final String DRAFTS = "/api/v1/pack-drafts/";
    private static final String FROM = "2027-06-01";
    private static final String PACKS = "/api/v1/packs";

    @Inject
    DataSource database;

    public static class WithMovableClock implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(MovableClock.class);
        }
    }

    /** What a test put in force ends with it: everything that was published lies in the past of the next one. */
    @AfterEach
    void restore() {
        MovableClock.forward(Duration.ofDays(30));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(MovableClock.now(), ZoneOffset.UTC);
    }

    private static String inForce() {
        return as("anna.auditor").get(PACKS).then().statusCode(200).extract().path("hash");
    }

    private static String draft(String title) {
        return as("leo.legal")
                .body(Map.of("title", title))
                .post(DRAFTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String version(String draft) {
        return as("leo.legal").get(DRAFTS + draft).header("ETag");
    }

    private static Response edit(String draft, String path, Object body) {
        return as("leo.legal").header("If-Match", version(draft)).body(body).patch(DRAFTS + draft + path);
    }

    /** A draft in which a missing playbook weighs other points from a day on that no scenario is about. */
    private static String changed(String version, int points) {
        String draft = draft("A missing playbook weighs " + points);
        as("leo.legal")
                .header("If-Match", version(draft))
                .body(Map.of("value", Integer.toString(points), "citation", "redoubt-policy"))
                .put(DRAFTS + draft + "/parameters/playbook_points/values/" + FROM)
                .then()
                .statusCode(200);
        Map<String, String> files =
                as("leo.legal").get(DRAFTS + draft + "/files").path("$");
        write(
                draft,
                "pack.yaml",
                String.valueOf(files.get("pack.yaml")).replaceFirst("version: \".*\"", "version: \"" + version + "\""));
        write(draft, "CHANGELOG.md", "## " + version + "\n\nOther points.\n\n" + files.get("CHANGELOG.md"));
        return draft;
    }

    private static void write(String draft, String path, String text) {
        as("leo.legal")
                .contentType(ContentType.TEXT)
                .header("If-Match", version(draft))
                .body(text)
                .put(DRAFTS + draft + "/files/" + path)
                .then()
                .statusCode(200);
    }

    private static String submitted(String draft) {
        return as("leo.legal")
                .post(DRAFTS + draft + "/submit")
                .then()
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .extract()
                .path("hash");
    }

    private static Response approve(String user, String draft, String hash) {
        return as(user).body(Map.of("hash", hash)).post(DRAFTS + draft + "/approve");
    }

    private static Response publish(String draft, Map<String, Object> body) {
        return as("lara.approver").body(body).post(DRAFTS + draft + "/publish");
    }

    private static void awaitInForce(String hash) {
        await().atMost(Duration.ofSeconds(5)).until(() -> inForce().equals(hash));
    }

    /** What the missing playbook makes on a day on which the new value counts. */
    private static String points(String supplier) {
        return buyer().post("/api/v1/suppliers/" + supplier + "/assessments?asOf=" + FROM)
                .then()
                .statusCode(201)
                .extract()
                .<List<String>>path("contributions.findAll { it.rules.id.contains('GOV-01') }.worst")
                .get(0);
    }

    private static String supplier() {
        String id = freshId();
        buyer().body("{\"id\": \"" + id
                        + "\", \"name\": \"Halvorix GmbH\", \"answers\": [{\"question\": \"Q-INCIDENT-PLAYBOOK\","
                        + " \"value\": \"NO\", \"answeredOn\": \"2026-11-01\"}]}")
                .post("/api/v1/suppliers")
                .then()
                .statusCode(201);
        return id;
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

        int publication = publish(draft, Map.of("emergency", true))
                .then()
                .statusCode(200)
                .extract()
                .path("id");

        awaitInForce(hash);
        as("lara.approver")
                .post(PACKS + "/publications/" + publication + "/ratify")
                .then()
                .statusCode(403);
        MovableClock.forward(Duration.ofHours(73));
        awaitInForce(before);
    }

    @Test
    void an_older_pack_comes_back_by_the_same_way() {
        String before = inForce();
        String draft = changed("1.4.0", 20);
        String hash = submitted(draft);
        approve("lara.approver", draft, hash).then().statusCode(200);
        publish(draft, Map.of("emergency", true)).then().statusCode(200);
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
        publish(back, Map.of("emergency", true)).then().statusCode(200);

        awaitInForce(before);
    }

    @Test
    void of_two_who_edit_at_once_the_second_is_told() {
        String draft = draft("Two");
        String seen = version(draft);
        edit(draft, "/tables/answers_legal/rows/LEG-01", Map.of("points", "19"))
                .then()
                .statusCode(200);

        as("lara.approver")
                .header("If-Match", seen)
                .body(Map.of("points", "18"))
                .patch(DRAFTS + draft + "/tables/answers_legal/rows/LEG-01")
                .then()
                .statusCode(412);
        as("lara.approver")
                .body(Map.of("points", "18"))
                .patch(DRAFTS + draft + "/tables/answers_legal/rows/LEG-01")
                .then()
                .statusCode(428);
        as("leo.legal")
                .get(DRAFTS + draft + "/difference")
                .then()
                .body("changes.find { it.item == 'LEG-01' }.after", equalTo("19"));
    }

    @Test
    void what_cannot_be_read_is_told_at_its_place_and_never_submitted() {
        String draft = draft("Broken");
        edit(draft, "/tables/answers_legal/rows/LEG-01", Map.of("points", "=1+1"))
                .then()
                .statusCode(200);

        as("leo.legal")
                .post(DRAFTS + draft + "/check")
                .then()
                .body("ready", equalTo(false))
                .body("readable", equalTo(false))
                .body("mistakes[0].file", equalTo("tables/answers_legal.csv"))
                .body("mistakes[0].line", equalTo(2));
        as("leo.legal").post(DRAFTS + draft + "/submit").then().statusCode(422);
        assertThat(as("leo.legal").get(DRAFTS + draft).<String>path("state")).isEqualTo("DRAFT");
    }

    @Test
    void a_rule_is_never_deleted() {
        String draft = changed("1.5.0", 17);
        Map<String, String> files =
                as("leo.legal").get(DRAFTS + draft + "/files").path("$");
        write(
                draft,
                "tables/answers_legal.csv",
                String.valueOf(files.get("tables/answers_legal.csv")).replaceFirst("(?m)^LEG-02.*\n", ""));

        as("leo.legal").post(DRAFTS + draft + "/submit").then().statusCode(oneOf(409, 422));
    }

    /** The database does not trust the service. */
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
    }

    /** What no service would publish: the one before it stays in force, and everybody can read why. */
    @Test
    void a_pack_that_cannot_be_built_leaves_the_one_before_it_in_force() throws SQLException {
        String before = inForce();

        run("insert into stored_pack values ('broken', 'baseline', '9', '{\"pack.yaml\": \"id: x\"}', now())");
        run("insert into pack_publication (pack_id, hash, kind, effective_from, published_by, published_at)"
                + " values ('baseline', 'broken', 'FIRST', '" + today() + "', 'x', now())");

        await().atMost(Duration.ofSeconds(5))
                .until(() -> as("anna.auditor").get(PACKS).path("problem") != null);
        as("anna.auditor")
                .get(PACKS)
                .then()
                .body("hash", equalTo(before))
                .body("problem", containsString("broken can't be built: pack.yaml:1:1 The key ("));
        buyer().post("/api/v1/suppliers/" + supplier() + "/assessments?asOf=" + FROM)
                .then()
                .statusCode(201)
                .body("methodology.hash", equalTo(before));
        run("insert into pack_publication (pack_id, hash, kind, effective_from, published_by, published_at)"
                + " values ('baseline', '" + before + "', 'FIRST', '" + today() + "', 'x', now())");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> as("anna.auditor").get(PACKS).path("problem") == null);
    }

    /** Files that made stock Drools run code or never end: refused at their place, and nobody is worse off. */
    @Test
    void no_attack_is_read_by_way_of_a_draft() throws IOException {
        String draft = draft("Attacks");
        Map<String, String> files =
                as("leo.legal").get(DRAFTS + draft + "/files").path("$");
        write(
                draft,
                "pack.yaml",
                String.valueOf(files.get("pack.yaml"))
                        .replaceFirst(
                                "(?m)^tables:\\n",
                                "tables:\n  - { file: tables/attack.csv, subject: Answer, policy: ALL,"
                                        + " description: Attack. }\n")
                        .replaceFirst("(?m)^logic:\\n", "logic:\n  - logic/attack.drl\n"));
        List<String> read = new ArrayList<>();
        for (String folder : List.of("drl", "tables")) {
            String path = folder.equals("drl") ? "logic/attack.drl" : "tables/attack.csv";
            for (Path attack : attacks(folder)) {
                write(draft, "logic/attack.drl", "");
                write(draft, "tables/attack.csv", "id\n");
                write(draft, path, Files.readString(attack));

                List<String> places = as("leo.legal")
                        .post(DRAFTS + draft + "/check")
                        .then()
                        .statusCode(200)
                        .body("readable", equalTo(false))
                        .extract()
                        .path("mistakes.findAll { it.file == '" + path + "' && it.line > 0 }.message");
                if (places.isEmpty()) {
                    read.add(attack.toString());
                }
            }
        }

        assertThat(read).isEmpty();
        as("leo.legal").post(DRAFTS + draft + "/submit").then().statusCode(422);
    }

    private static List<Path> attacks(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../shared/attacks", folder))) {
            return files.sorted().toList();
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_table_goes_out_as_a_workbook_and_comes_back_the_same() {
        String draft = draft("In a spreadsheet");
        String path = DRAFTS + draft + "/tables/answers_legal.xlsx";
        byte[] workbook =
                as("leo.legal").get(path).then().statusCode(200).extract().asByteArray();

        Response back = as("leo.legal")
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header("If-Match", version(draft))
                .body(workbook)
                .put(path);

        back.then().statusCode(200);
        as("leo.legal").get(DRAFTS + draft + "/difference").then().body("changes.size()", equalTo(0));
        as("leo.legal")
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header("If-Match", version(draft))
                .body("no workbook".getBytes(StandardCharsets.UTF_8))
                .put(path)
                .then()
                .statusCode(422)
                .body("violations[0].pointer", containsString("answers_legal.xlsx"));
    }

    @Test
    void a_pack_is_told_as_a_document() {
        Response document = as("leo.legal").get(PACKS + "/" + inForce() + "/method");

        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.contentType()).startsWith("text/html");
        assertThat(document.asString().contains("id=\"rule-LEG-01\"")).isTrue();
        assertThat(document.asString().contains(", 25 points are added to Legal"))
                .isTrue();
        as("leo.legal")
                .get(PACKS + "/" + inForce() + "/method?for=strangers")
                .then()
                .statusCode(422);
    }

    @Test
    void who_is_not_of_the_legal_team_sees_no_draft() {
        String draft = draft("Ours");

        buyer().get(DRAFTS + draft).then().statusCode(403);
        buyer().body(Map.of("title", "Theirs")).post(DRAFTS).then().statusCode(403);
        buyer().get(PACKS).then().statusCode(200);
    }
}
