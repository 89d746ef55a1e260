package io.redoubt.rulepack.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redoubt.files.CsvText;
import io.redoubt.files.Problems;
import io.redoubt.rulepack.CatalogueFixture;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What a lawyer meets in the workbook. */
class WorkbookLayoutTest {
    private static final String EVERY_KIND = """
            id,title,description,reason,Answer.question ==,Answer.question not in,Answer.value >=,Answer.amount >,Supplier.sub_suppliers ==,Supplier.patch_oldest_open <=,Supplier.iec62443_4_1 !=,domain,points,requirements,citations,status,rationale,remediation
            LEG-01,=1+1,007,1-2,Q-NDA,,NO,0.5,true,$limit,NO,LEGAL,$few,L-01,law,ACTIVE,Why,How
            """;

    @Test
    void headingsAreSaidInPlainWordsUnderTheTechnicalOnes() throws Exception {
        // When
        XSSFWorkbook workbook = opened(SheetFixture.small(EVERY_KIND));

        // Then
        assertThat(texts(rules(workbook).getRow(0)))
                .isEqualTo(SheetFixture.csv(EVERY_KIND).header());
        assertThat(texts(rules(workbook).getRow(1)))
                .containsExactly(
                        "Rule",
                        "Title",
                        "What is looked at",
                        "Reason code",
                        "Question is",
                        "Question is none of",
                        "Answer at least",
                        "Amount answered more than",
                        "Supplier: sub suppliers (true or false)",
                        "Supplier: patch oldest open at most (days)",
                        "Supplier: IEC 62443-4-1 is not",
                        "Domain",
                        "Points",
                        "Requirements",
                        "Sources",
                        "Status",
                        "Why",
                        "What the supplier can do");
        assertThat(rules(workbook).getPaneInformation().getHorizontalSplitPosition())
                .isEqualTo((short) 2);
    }

    @Test
    void everyCellIsTextAndStaysSo() throws Exception {
        // When
        XSSFWorkbook workbook = opened(SheetFixture.small(EVERY_KIND));

        // Then
        Row row = rules(workbook).getRow(2);
        assertThat(texts(row).subList(0, 4)).containsExactly("LEG-01", "=1+1", "007", "1-2");
        assertThat(StreamSupport.stream(row.spliterator(), false)).allSatisfy(cell -> {
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
            assertThat(cell.getCellStyle().getWrapText()).isTrue();
            assertThat(cell.getCellStyle().getLocked()).isFalse();
        });
    }

    @Test
    void headingsAndSheetsAreLockedAndTheRowsBelowAreOpen() throws Exception {
        // When
        XSSFWorkbook workbook = opened(SheetFixture.small());

        // Then
        XSSFSheet rules = rules(workbook);
        assertThat(workbook.isStructureLocked()).isTrue();
        assertThat(rules.getProtect()).isTrue();
        assertThat(workbook.getSheet("Notes").getProtect()).isTrue();
        assertThat(List.of(0, 1)).allSatisfy(row -> {
            assertThat(rules.getRow(row).getRowStyle().getLocked()).isTrue();
            assertThat(StreamSupport.stream(rules.getRow(row).spliterator(), false))
                    .allMatch(cell -> cell.getCellStyle().getLocked());
        });
        assertThat(List.of(0, 11, 12, 500))
                .allSatisfy(column ->
                        assertThat(rules.getColumnStyle(column).getLocked()).isFalse());
        assertThat(rules.isInsertRowsLocked()).isFalse();
        assertThat(rules.isDeleteRowsLocked()).isFalse();
        assertThat(rules.isInsertColumnsLocked()).isTrue();
    }

    @Test
    void closedColumnsHaveAListAndAllHaveAMessage() throws Exception {
        // When
        List<? extends XSSFDataValidation> validations =
                rules(opened(SheetFixture.small(EVERY_KIND))).getDataValidations();

        // Then
        assertThat(validations).hasSize(18).allSatisfy(validation -> {
            assertThat(validation.getPromptBoxTitle()).hasSizeLessThanOrEqualTo(32);
            assertThat(validation.getPromptBoxText()).isNotEmpty().hasSizeLessThanOrEqualTo(255);
            assertThat(validation.getRegions().getCellRangeAddress(0).getFirstRow())
                    .isEqualTo(2);
            assertThat(validation.getRegions().getCellRangeAddress(0).getLastRow())
                    .isEqualTo(202);
        });
        assertThat(list(validations, 4)).containsExactly("Q-NDA", "Q-BOOT", "Q-HOURS");
        assertThat(list(validations, 5)).isEmpty();
        assertThat(list(validations, 6)).containsExactly("NO", "PARTIAL", "YES");
        assertThat(list(validations, 8)).containsExactly("true", "false");
        assertThat(list(validations, 11)).containsExactly("LEGAL", "PLACE");
        assertThat(list(validations, 15)).containsExactly("ACTIVE", "DEPRECATED");
        assertThat(validations.get(5).getPromptBoxText()).contains("separated by |: Q-NDA, Q-BOOT, Q-HOURS.");
        assertThat(validations.get(9).getPromptBoxText())
                .contains("A number of days")
                .contains("$limit");
        assertThat(validations.get(12).getPromptBoxText()).contains("$few").doesNotContain("$limit");
    }

    @Test
    void aLongListComesFromAHiddenSheet() throws Exception {
        // Given
        TableSheet small = SheetFixture.small(EVERY_KIND);
        TableSheet sheet = new TableSheet(small.pack(), small.table(), SheetFixture.shippedCatalogue(), small.text());

        // When
        XSSFWorkbook workbook = opened(sheet);

        // Then
        assertThat(workbook.getSheetVisibility(2).name()).isEqualTo("HIDDEN");
        assertThat(workbook.getSheetName(2)).isEqualTo("Lists");
        assertThat(workbook.getSheet("Lists").getRow(0).getCell(0).getStringCellValue())
                .isEqualTo("Q-NDA");
        assertThat(rules(workbook)
                        .getDataValidations()
                        .get(4)
                        .getValidationConstraint()
                        .getFormula1())
                .matches("Lists!\\$A\\$1:\\$A\\$\\d\\d");
        assertThat(WorkbookReader.read(
                        WorkbookWriter.write(sheet), "a.xlsx", sheet.text().header(), new Problems()))
                .contains(sheet.text());
    }

    @Test
    void theNotesExplainEveryColumn() throws Exception {
        // When
        XSSFSheet notes = opened(SheetFixture.small(EVERY_KIND)).getSheet("Notes");

        // Then
        List<List<String>> rows = new ArrayList<>();
        notes.forEach(row -> rows.add(texts(row)));
        assertThat(rows)
                .extracting(row -> row.get(0))
                .containsAll(SheetFixture.csv(EVERY_KIND).header());
        assertThat(rows)
                .contains(
                        List.of("Table answers"),
                        List.of("$limit", "days", "A limit", "30 from 2026-01-01"),
                        List.of("LEGAL", "Law"),
                        List.of("Q-NDA", "", "Signed?"),
                        List.of(
                                "Supplier.iec62443_4_1 !=",
                                "Supplier: IEC 62443-4-1 is not",
                                CatalogueFixture.catalogue()
                                        .find("Supplier.iec62443_4_1")
                                        .orElseThrow()
                                        .description(),
                                "One of NO, LAPSED, PARTIAL, CONFIRMED.",
                                "The rule does not ask.",
                                "NO"));
    }

    /** At 1.3 figures a letter, which none of our fonts reaches on average. */
    @Test
    void aNoteIsSeenWholeAndAllColumnsFitOnPaper() throws Exception {
        // When
        XSSFSheet notes = opened(SheetFixture.small(EVERY_KIND)).getSheet("Notes");

        // Then
        assertThat(notes.getFitToPage()).isTrue();
        for (Row row : notes) {
            for (Cell cell : row) {
                int characters = notes.getColumnWidth(cell.getColumnIndex()) / 256;
                float most = row.getHeightInPoints() / 15 * characters * 1.3f;
                boolean whole = !cell.getCellStyle().getWrapText() || row.getHeightInPoints() >= 400;
                assertThat(whole || cell.getStringCellValue().length() <= most)
                        .as(cell.getStringCellValue())
                        .isTrue();
            }
        }
    }

    @Test
    void aHeadingThatMeansNothingIsRefused() throws Exception {
        // Given
        TableSheet sheet = SheetFixture.small("id,Answer.worth ==\nLEG-01,1\n");

        // When, Then
        assertThatThrownBy(() -> WorkbookWriter.write(sheet))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The field (Answer.worth) must be in the fact catalogue.");
    }

    @Test
    void aTableWhoseRowsAreOfDifferentLengthIsRefused() throws Exception {
        // Given
        TableSheet small = SheetFixture.small();
        CsvText uneven = new CsvText(List.of(List.of("id", "title"), List.of("LEG-01")));
        TableSheet sheet = new TableSheet(small.pack(), small.table(), small.catalogue(), uneven);

        // When, Then
        assertThatThrownBy(() -> WorkbookWriter.write(sheet))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The rows of the table must have the header's length.");
    }

    private static List<String> list(List<? extends XSSFDataValidation> validations, int column) {
        String[] values = validations.get(column).getValidationConstraint().getExplicitListValues();
        return values == null ? List.of() : List.of(values);
    }

    private static XSSFWorkbook opened(TableSheet sheet) throws Exception {
        return new XSSFWorkbook(new ByteArrayInputStream(WorkbookWriter.write(sheet)));
    }

    private static XSSFSheet rules(XSSFWorkbook workbook) {
        return workbook.getSheet("Rules");
    }

    private static List<String> texts(Row row) {
        DataFormatter formatter = new DataFormatter();
        return StreamSupport.stream(row.spliterator(), false)
                .map(formatter::formatCellValue)
                .toList();
    }
}
