package io.redoubt.questionnaire;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.questionnaire.QuestionnaireDesk.QUESTIONNAIRES;
import static io.redoubt.questionnaire.QuestionnaireDesk.answered;
import static io.redoubt.questionnaire.QuestionnaireDesk.assigned;
import static io.redoubt.questionnaire.QuestionnaireDesk.lowRiskSupplier;
import static io.redoubt.questionnaire.QuestionnaireDesk.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redoubt.PostgresResource;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A sheet of the form of a CAIQ is read by a saved mapping. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class SheetImportIT {
    private static final String MAPPINGS = "/api/v1/sheet-mappings/";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = """
            Question ID,Question,CSP CAIQ Answer,Explanation
            CEK-03.1,Is data encrypted?,Yes,At rest and in transit
            LOG-01.1,Are transfers logged?,No,
            HRS-11.1,Are people trained?,Partly,From next year on
            SEF-01.1,Is there a playbook?,NA,
            IVS-09.1,Is the network protected?,,
            XYZ-99.1,Something else?,Yes,
            CEK-03.2,Is it encrypted with keys of ours?,No,
            """;

    @Test
    void a_dry_run_tells_every_row_and_changes_nothing() {
        String id = assigned(lowRiskSupplier(), Map.of());
        String before = version(id);

        Response told = imported(id, saved(), true, before);

        told.then()
                .statusCode(200)
                .body("taken", equalTo(2))
                .body("refused", equalTo(4))
                .body(
                        "rows.outcome",
                        equalTo(List.of("TAKEN", "TAKEN", "REFUSED", "REFUSED", "REFUSED", "NOT_ASKED", "REFUSED")))
                .body("rows[2].row", equalTo(4))
                .body("rows[2].message", equalTo("The value (Partly) must be one of the mapping's: NA, No, Yes."))
                .body("rows[3].message", containsString("says nothing"))
                .body("rows[4].message", equalTo("The answer is empty."))
                .body("rows[5].message", equalTo("The id (XYZ-99.1) is not mapped to a question."))
                .body("rows[6].message", containsString("answered by row 2 already"));
        assertThat(version(id)).isEqualTo(before);
        buyer().get(QUESTIONNAIRES + id).then().body("answered", equalTo(0));
    }

    @Test
    void an_import_takes_what_the_dry_run_said_and_the_same_again_changes_nothing() {
        String id = assigned(lowRiskSupplier(), Map.of());
        String mapping = saved();

        imported(id, mapping, false, version(id)).then().statusCode(200).body("taken", equalTo(2));

        buyer().get(QUESTIONNAIRES + id + "/responses/Q-ENCRYPTION")
                .then()
                .body("given.value", equalTo("YES"))
                .body("given.comment", equalTo("At rest and in transit"));
        buyer().get(QUESTIONNAIRES + id + "/responses/Q-TRANSFER-LOG").then().body("given.value", equalTo("NO"));
        String after = version(id);
        imported(id, mapping, false, after)
                .then()
                .body("taken", equalTo(0))
                .body("rows[0].outcome", equalTo("UNCHANGED"));
        assertThat(version(id)).isEqualTo(after);
    }

    @Test
    void a_sheet_of_a_workbook_with_its_headings_further_down_reads_the_same() throws IOException {
        // Given
        String id = assigned(lowRiskSupplier(), Map.of());
        Map<String, Object> mapping = new HashMap<>(mapping());
        mapping.put("sheet", "CAIQ");
        mapping.put("headerRow", 3);
        String saved = created(mapping).then().statusCode(201).extract().path("id");

        // When
        Response told = buyer().contentType(XLSX)
                .header("If-Match", version(id))
                .body(workbook())
                .post(QUESTIONNAIRES + id + "/imports?mapping=" + saved);

        // Then
        told.then().statusCode(200).body("taken", equalTo(2)).body("rows[2].row", equalTo(6));
        buyer().get(QUESTIONNAIRES + id + "/responses/Q-ENCRYPTION").then().body("given.value", equalTo("YES"));
    }

    @Test
    void what_was_seen_before_somebody_else_answered_is_not_imported() {
        String id = assigned(lowRiskSupplier(), Map.of());
        String seen = version(id);
        answered(id, "Q-ETHICS", "YES");

        imported(id, saved(), false, seen).then().statusCode(412);
    }

    @Test
    void a_mapping_names_what_is_there() {
        Map<String, Object> wrong = new HashMap<>(mapping());
        wrong.put("questions", Map.of("A-1", "Q-NOWHERE"));
        wrong.put("values", Map.of("Yes", "SURELY"));

        created(wrong)
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItem("/questions/A-1"))
                .body("violations.pointer", hasItem("/values/Yes"));
        as("leo.legal").body(mapping()).post(MAPPINGS).then().statusCode(403);
    }

    @Test
    void a_mapping_changes_under_the_version_that_was_seen_and_belongs_to_its_template() {
        String mapping = saved();
        Map<String, Object> changed = new HashMap<>(mapping());
        changed.put("values", Map.of("Yes", "YES", "No", "NO", "Partly", "PARTIAL"));

        buyer().header("If-Match", "\"7\"")
                .body(changed)
                .put(MAPPINGS + mapping)
                .then()
                .statusCode(412);
        buyer().header("If-Match", "\"0\"")
                .body(changed)
                .put(MAPPINGS + mapping)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("mapping.values.Partly", equalTo("PARTIAL"));
        buyer().get(MAPPINGS + "?limit=500").then().body("items.id", hasItem(mapping));
        String cisa = assigned(lowRiskSupplier(), Map.of("template", "cisa-scrm"));
        imported(cisa, mapping, true, version(cisa))
                .then()
                .statusCode(422)
                .body("detail", containsString("must be one of the template (cisa-scrm)"));
    }

    @Test
    void a_sheet_without_the_headings_of_the_mapping_is_refused_at_its_row() {
        String id = assigned(lowRiskSupplier(), Map.of());

        buyer().contentType("text/csv")
                .body("Control,Answer\nA,Yes\n".getBytes(StandardCharsets.UTF_8))
                .post(QUESTIONNAIRES + id + "/imports?dryRun=true&mapping=" + saved())
                .then()
                .statusCode(422)
                .body("violations", hasSize(3))
                .body("violations[0].pointer", equalTo("import.csv:1"));
    }

    private static Map<String, Object> mapping() {
        return Map.of(
                "title", "CAIQ 4",
                "template", "redoubt",
                "id", "Question ID",
                "answer", "CSP CAIQ Answer",
                "comment", "Explanation",
                "values", Map.of("Yes", "YES", "No", "NO", "NA", ""),
                "questions",
                        Map.of(
                                "CEK-03.1", "Q-ENCRYPTION",
                                "CEK-03.2", "Q-ENCRYPTION",
                                "LOG-01.1", "Q-TRANSFER-LOG",
                                "HRS-11.1", "Q-TRAINING",
                                "SEF-01.1", "Q-INCIDENT-PLAYBOOK",
                                "IVS-09.1", "Q-NETWORK"));
    }

    private static Response created(Map<String, Object> mapping) {
        return buyer().body(mapping).post(MAPPINGS);
    }

    private static String saved() {
        return created(mapping()).then().statusCode(201).extract().path("id");
    }

    private static Response imported(String id, String mapping, boolean dryRun, String seen) {
        return buyer().contentType("text/csv")
                .header("If-Match", seen)
                .body(CSV.getBytes(StandardCharsets.UTF_8))
                .post(QUESTIONNAIRES + id + "/imports?dryRun=" + dryRun + "&mapping=" + mapping);
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Introduction").createRow(0).createCell(0).setCellValue("About");
            Sheet sheet = workbook.createSheet("CAIQ");
            sheet.createRow(0).createCell(0).setCellValue("Consensus Assessments Initiative Questionnaire");
            int next = 2;
            for (String line : CSV.lines().toList()) {
                Row row = sheet.createRow(next++);
                String[] cells = line.split(",", -1);
                for (int i = 0; i < cells.length; i++) {
                    row.createCell(i).setCellValue(cells[i]);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
