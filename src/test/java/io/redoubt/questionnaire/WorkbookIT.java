package io.redoubt.questionnaire;

import static io.redoubt.Api.as;
import static io.redoubt.Api.buyer;
import static io.redoubt.questionnaire.QuestionnaireDesk.QUESTIONNAIRES;
import static io.redoubt.questionnaire.QuestionnaireDesk.SUPPLIERS;
import static io.redoubt.questionnaire.QuestionnaireDesk.acceptAll;
import static io.redoubt.questionnaire.QuestionnaireDesk.answerAll;
import static io.redoubt.questionnaire.QuestionnaireDesk.answered;
import static io.redoubt.questionnaire.QuestionnaireDesk.assigned;
import static io.redoubt.questionnaire.QuestionnaireDesk.highRiskSupplier;
import static io.redoubt.questionnaire.QuestionnaireDesk.lowRiskSupplier;
import static io.redoubt.questionnaire.QuestionnaireDesk.questions;
import static io.redoubt.questionnaire.QuestionnaireDesk.submit;
import static io.redoubt.questionnaire.QuestionnaireDesk.text;
import static io.redoubt.questionnaire.QuestionnaireDesk.value;
import static io.redoubt.questionnaire.QuestionnaireDesk.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.redoubt.PostgresResource;
import io.redoubt.files.CsvText;
import io.redoubt.files.Problems;
import io.redoubt.rulepack.StandardFields;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A questionnaire goes out as a spreadsheet and comes back; here a real spreadsheet library plays the supplier. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class WorkbookIT {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int ID = 0;
    private static final int VALUE = 6;
    private static final int EVIDENCE = 9;
    private static final int ANSWERED_ON = 10;
    private static final int HINT = 13;

    @Test
    void answers_by_workbook_and_online_make_the_same_facts_and_the_same_rating() throws IOException {
        // Given
        String online = highRiskSupplier();
        String sheet = highRiskSupplier();
        String first = assigned(online, Map.of());
        String second = assigned(sheet, Map.of());
        Map<String, String> values = new HashMap<>();
        questions(first).forEach(question -> values.put(text(question, "id"), value(question)));
        values.put("Q-ENCRYPTION", "PARTIAL");
        values.put("Q-RECORD", "YES");
        List.of("F-SUB-GAPS", "F-RECORD-CASES").forEach(values::remove);

        // When
        new TreeMap<>(values).forEach((id, value) -> answered(first, id, value));
        upload(second, edited(download(second), row -> {
                    String value = values.get(row.getCell(ID).getStringCellValue());
                    if (value != null) {
                        cell(row, VALUE, value);
                        cell(row, EVIDENCE, "Document 7");
                    }
                }))
                .then()
                .statusCode(200);

        // Then
        for (String id : List.of(first, second)) {
            submit(id).then().statusCode(200);
            acceptAll(id);
        }
        assertThat(facts(sheet)).isEqualTo(facts(online)).contains("\"Q-ENCRYPTION\"");
        assertThat(rating(sheet)).isEqualTo(rating(online));
    }

    private static String facts(String supplier) {
        String document = buyer().get(SUPPLIERS + supplier).asString();
        return document.substring(document.indexOf("\"answers\""));
    }

    private static Map<String, Object> rating(String supplier) {
        Response rated = buyer().post(SUPPLIERS + supplier + "/assessments");
        Map<String, Object> outcome = new HashMap<>(rated.jsonPath().getMap("$"));
        assertThat(outcome.remove("supplier")).isEqualTo(supplier);
        assertThat(outcome).containsKeys("badge", "figures");
        return outcome;
    }

    @Test
    void an_untouched_workbook_changes_nothing_and_takes_over_nobodys_answers() throws IOException {
        String id = assigned(lowRiskSupplier(), Map.of());
        answered(id, "Q-NDA", "NO");
        String before = version(id);

        upload(id, download(id)).then().statusCode(200);

        assertThat(version(id)).isEqualTo(before);
    }

    @Test
    void the_file_holds_nothing_of_rules_points_or_reviews() throws IOException {
        // Given
        String id = assigned(highRiskSupplier(), Map.of());
        answered(id, "Q-ETHICS", "PARTIAL");
        answerAll(id);
        submit(id).then().statusCode(200);
        as("sam.security")
                .header("If-Match", version(id, "Q-ETHICS"))
                .body(Map.of("note", "We doubt whether this exists"))
                .post(QUESTIONNAIRES + id + "/responses/Q-ETHICS/return")
                .then()
                .statusCode(200);
        acceptAll(id);
        List<String> secrets = packTexts();

        // When
        String file = String.join("\n", texts(download(id)));

        // Then
        assertThat(secrets).hasSizeGreaterThan(500);
        String withoutIds = file.replaceAll("Q-[A-Z-]+", "");
        assertThat(secrets).noneMatch(withoutIds::contains);
        assertThat(file)
                .contains("Q-ETHICS")
                .doesNotContain("We doubt", "sam.security", "petra.procurement", "DOCUMENTED", "RETURNED", "MEDIUM")
                .doesNotContain("Without an agreement nothing confidential");
    }

    /** Every cell of every table of the pack that is more than a number, an answer or the ids of questions. */
    private static List<String> packTexts() throws IOException {
        Problems problems = new Problems();
        List<String> found = new ArrayList<>();
        try (Stream<Path> tables = Files.list(Path.of("rules", "baseline", "tables"))) {
            for (Path table : tables.toList()) {
                CsvText.of("table.csv", Files.readString(table), problems).orElseThrow().body().stream()
                        .flatMap(List::stream)
                        .filter(cell ->
                                cell.length() > 5 && !cell.matches("(Q-[A-Z-]+( \\| )?)+|((YES|PARTIAL|NO)( \\| )?)+"))
                        .filter(cell -> !StandardFields.VERIFICATION.codes().contains(cell))
                        .forEach(found::add);
            }
        }
        return found;
    }

    @Test
    void a_tip_is_in_the_file_only_beside_an_answer_that_calls_for_it() throws IOException {
        String id = assigned(lowRiskSupplier(), Map.of());
        answered(id, "Q-NDA", "NO");

        List<String> hints = new ArrayList<>();
        edited(download(id), row -> {
            if (row.getCell(HINT) != null
                    && !row.getCell(HINT).getStringCellValue().isEmpty()) {
                hints.add(row.getCell(ID).getStringCellValue());
            }
        });

        assertThat(hints).containsExactly("Q-NDA");
    }

    @Test
    void questions_are_locked_answers_open_and_lists_let_choose() throws IOException {
        String id = assigned(lowRiskSupplier(), Map.of());

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(download(id)))) {
            XSSFSheet sheet = workbook.getSheet("Questions");
            assertThat(workbook.isStructureLocked()).isTrue();
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getRow(2).getCell(2).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getRow(2).getCell(VALUE).getCellStyle().getLocked())
                    .isFalse();
            assertThat(sheet.getDataValidations())
                    .anyMatch(list -> List.of("YES", "PARTIAL", "NO")
                            .equals(List.of(list.getValidationConstraint().getExplicitListValues())));
            assertThat(sheet.getPhysicalNumberOfRows()).isEqualTo(2 + 21);
            assertThat(workbook.getSheet("Notes").getLastRowNum()).isPositive();
        }
    }

    @Test
    void each_cell_that_cannot_be_taken_is_told_and_then_nothing_is_taken() throws IOException {
        String id = assigned(lowRiskSupplier(), Map.of());
        String before = version(id);

        byte[] wrong = edited(download(id), row -> {
            String question = row.getCell(ID).getStringCellValue();
            if (question.equals("Q-NDA")) {
                cell(row, VALUE, "PERHAPS");
            } else if (question.equals("Q-RETURN")) {
                cell(row, VALUE, "YES");
                cell(row, ANSWERED_ON, "2099-01-01");
            } else if (question.equals("Q-IP-OWNERSHIP")) {
                cell(row, VALUE, "NO");
            }
        });

        // the rows of the sheet: two of headings, Q-NDA, F-NDA-SIGNED, Q-IP-OWNERSHIP, Q-RETURN
        upload(id, wrong)
                .then()
                .statusCode(422)
                .body("violations", hasSize(2))
                .body("violations[0].pointer", equalTo("questionnaire.xlsx:3:7"))
                .body("violations[1].pointer", equalTo("questionnaire.xlsx:6:11"));
        assertThat(version(id)).isEqualTo(before);
    }

    @Test
    void formulas_emptied_answers_other_headings_and_old_versions_are_refused() throws IOException {
        String id = assigned(lowRiskSupplier(), Map.of());
        byte[] old = download(id);
        String seen = version(id);
        answered(id, "Q-NDA", "NO");

        upload(id, edited(download(id), row -> {
                    if (row.getRowNum() == 2) {
                        row.getCell(VALUE).setCellFormula("\"YE\"&\"S\"");
                    }
                }))
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("formula"));
        upload(id, old).then().statusCode(422).body("violations[0].message", containsString("must not be emptied"));
        upload(
                        id,
                        edited(
                                download(id),
                                row -> {},
                                sheet -> sheet.getRow(0).getCell(3).setCellValue("points")))
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("must be choices"));
        upload(id, edited(download(id), row -> row.getCell(ID).setCellValue("Q-NDA")))
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("must stand in one row"));
        as("petra.procurement")
                .contentType(XLSX)
                .header("If-Match", seen)
                .body(old)
                .put(QUESTIONNAIRES + id + "/workbook")
                .then()
                .statusCode(412);
        upload(id, "no workbook".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .then()
                .statusCode(422);
    }

    private static byte[] download(String id) {
        return buyer().accept(XLSX)
                .get(QUESTIONNAIRES + id + "/workbook")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static Response upload(String id, byte[] workbook) {
        return buyer().contentType(XLSX)
                .header("If-Match", version(id))
                .body(workbook)
                .put(QUESTIONNAIRES + id + "/workbook");
    }

    private static void cell(Row row, int column, String text) {
        row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(text);
    }

    private static byte[] edited(byte[] workbook, Consumer<Row> edit) throws IOException {
        return edited(workbook, edit, sheet -> {});
    }

    private static byte[] edited(byte[] bytes, Consumer<Row> edit, Consumer<XSSFSheet> whole) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            XSSFSheet sheet = workbook.getSheet("Questions");
            for (int i = 2; i <= sheet.getLastRowNum(); i++) {
                edit.accept(sheet.getRow(i));
            }
            whole.accept(sheet);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static List<String> texts(byte[] bytes) throws IOException {
        List<String> texts = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            workbook.forEach(
                    sheet -> sheet.forEach(row -> row.forEach((Cell cell) -> texts.add(cell.getStringCellValue()))));
        }
        return texts;
    }
}
