package io.redoubt.policy;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.policy.PackDesk.DRAFTS;
import static io.redoubt.policy.PackDesk.PACKS;
import static io.redoubt.policy.PackDesk.changed;
import static io.redoubt.policy.PackDesk.draft;
import static io.redoubt.policy.PackDesk.edit;
import static io.redoubt.policy.PackDesk.inForce;
import static io.redoubt.policy.PackDesk.version;
import static io.redoubt.policy.PackDesk.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redoubt.MovableClock;
import io.redoubt.PostgresResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How drafts are edited and read, and what they refuse. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
@TestProfile(MovableClock.InTests.class)
class PackDraftIT {
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
        as("lara.approver")
                .header("If-Match", "*")
                .body(Map.of("points", "18"))
                .patch(DRAFTS + draft + "/tables/answers_legal/rows/LEG-01")
                .then()
                .statusCode(400)
                .body("detail", containsString("name the version that was read"));
        as("leo.legal")
                .get(DRAFTS + draft + "/difference")
                .then()
                .body("changes.find { it.item == 'LEG-01' }.after", equalTo("19"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"effectiveFrom": "2027-13-45"}   | The effectiveFrom (2027-13-45) must be a date such as 2026-11-01.
            {"emergency": "at once"}          | The emergency must be true or false.
            {"emergancy": true}               | The field (emergancy) must be one of: effectiveFrom, emergency.
            [1]                               | The body must be an object.
            {"effectiveFrom": {}}             | The effectiveFrom must be a date such as 2026-11-01.
            {"effectiveFrom": [2027, 6, 1]}   | The effectiveFrom must be a date such as 2026-11-01.
            {"effectiveFrom": 20605}          | The effectiveFrom must be a date such as 2026-11-01.
            {"effectiveFrom": "2027-06-01T00:00:00Z"} | The effectiveFrom (2027-06-01T00:00:00Z) must be a date such as 2026-11-01.
            {"effectiveFrom": "-2027-06-01"}  | The effectiveFrom (-2027-06-01) must be a date such as 2026-11-01.
            {"emergency": 1}                  | The emergency (1) must be true or false.
            {"emergency": "true"}             | The emergency must be true or false.
            {"emergency": true, "emergency": false} | The body must be JSON; it can't be read at line 1, column 32.
            {"effectiveFrom":                 | The body must be JSON; it can't be read at line 1, column 18.
            """)
    void a_body_that_is_not_understood_is_told_in_the_words_of_its_sender(String body, String told) {
        as("lara.approver")
                .body(body)
                .post(DRAFTS + UUID.randomUUID() + "/publish")
                .then()
                .statusCode(400)
                .body("detail", equalTo(told));
    }

    @Test
    void what_nobody_sees_is_no_part_of_a_title() {
        for (String title : List.of("Terms\u202Esmret", "Two\nlines", "Zero\u0000", " ")) {
            as("leo.legal")
                    .body(Map.of("title", title))
                    .post(DRAFTS)
                    .then()
                    .statusCode(422)
                    .body("detail", containsString("The title must be"));
        }
    }

    @Test
    void a_file_that_is_no_part_of_a_pack_is_refused_at_once() {
        String draft = draft("A file too many");

        as("leo.legal")
                .contentType(ContentType.TEXT)
                .header("If-Match", version(draft))
                .body("x")
                .put(DRAFTS + draft + "/files/notes/secret.txt")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", containsString("notes/secret.txt"));

        as("leo.legal")
                .get(DRAFTS + draft + "/difference")
                .then()
                .header("ETag", version(draft))
                .body("changes.size()", equalTo(0));
        as("leo.legal").post(DRAFTS + draft + "/check").then().header("ETag", version(draft));
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

    @Test
    void sources_rules_and_examples_are_edited_one_by_one() {
        // Given
        String draft = draft("A source, an example and a rule less");

        // When
        as("leo.legal")
                .header("If-Match", version(draft))
                .body(Map.of("title", "Commercial Code", "publisher", "Somewhere", "date", "2026-01-01"))
                .put(DRAFTS + draft + "/citations/new-code")
                .then()
                .statusCode(200);
        as("leo.legal")
                .header("If-Match", version(draft))
                .post(DRAFTS + draft + "/rules/FRM-12/deprecate")
                .then()
                .statusCode(200);
        as("leo.legal")
                .contentType("application/yaml")
                .header("If-Match", version(draft))
                .body("- scenario: nonsense\n".getBytes(StandardCharsets.UTF_8))
                .put(DRAFTS + draft + "/scenarios/answers/new")
                .then()
                .statusCode(200);

        // Then
        as("leo.legal")
                .get(DRAFTS + draft + "/difference")
                .then()
                .body("changes.find { it.item == 'new-code' && it.part == 'title' }.after", equalTo("Commercial Code"))
                .body("changes.find { it.item == 'FRM-12' }.after", equalTo("DEPRECATED"))
                .body("changes.file", hasItem("scenarios/answers/new.yaml"));
        as("leo.legal")
                .header("If-Match", version(draft))
                .body(Map.of("colour", "blue"))
                .put(DRAFTS + draft + "/citations/new-code")
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("title, section, publisher"));
    }

    @Test
    void a_table_comes_back_as_text_and_never_in_another_encoding() {
        // Given
        String draft = draft("A table as text");
        String table = DRAFTS + draft + "/tables/audits.csv";
        String text = as("leo.legal").accept("text/csv").get(table).asString();

        // When
        as("leo.legal")
                .contentType("text/csv")
                .header("If-Match", version(draft))
                .body(text.getBytes(StandardCharsets.UTF_8))
                .put(table)
                .then()
                .statusCode(200);

        // Then
        as("leo.legal").get(DRAFTS + draft + "/difference").then().body("changes.size()", equalTo(0));
        as("leo.legal")
                .contentType("text/csv")
                .header("If-Match", version(draft))
                .body("id,title\nX,\u00fcber\n".getBytes(StandardCharsets.ISO_8859_1))
                .put(table)
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("UTF-8"));
        as("leo.legal").get(DRAFTS + draft + "/tables/none.csv").then().statusCode(404);
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
                .header("If-Match", "\"0\"")
                .body(workbook)
                .put(path)
                .then()
                .statusCode(412);
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
