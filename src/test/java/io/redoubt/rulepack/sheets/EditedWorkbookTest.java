package io.redoubt.rulepack.sheets;

import static io.redoubt.rulepack.sheets.SheetFixture.edited;
import static io.redoubt.rulepack.sheets.SheetFixture.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.files.PackFixture;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do to a workbook in a spreadsheet, and what is read of it. */
class EditedWorkbookTest {
    private static final int POINTS = 6;

    @Test
    void aWorkbookThatWasOnlySavedIsTheSameTable() throws Exception {
        // Given
        byte[] workbook = edited(saved -> {});

        // When
        String table = read(workbook);

        // Then
        assertThat(table).isEqualTo(PackFixture.ANSWERS);
    }

    @Test
    void aTableThatSaysTheSameOftenIsNoBomb() throws Exception {
        // Given
        StringBuilder table = new StringBuilder(PackFixture.ANSWERS);
        String sentence = "The number is our judgement. ".repeat(100).strip();
        for (int i = 0; i < 300; i++) {
            table.append("LEG-%03d,Title,REASON,Q-NDA,NO,LEGAL,1,L-01,law,ACTIVE,%s %d,\n".formatted(i, sentence, i));
        }

        // When
        byte[] workbook = WorkbookWriter.write(SheetFixture.small(table.toString()));

        // Then
        assertThat(read(workbook)).isEqualTo(table.toString());
    }

    @Test
    void aNumberThatWasTypedIsReadAsShown() throws Exception {
        // Given
        byte[] workbook = edited(saved -> rules(saved).getRow(2).getCell(POINTS).setCellValue(12.5));

        // When
        String table = read(workbook);

        // Then
        assertThat(table).isEqualTo(PackFixture.ANSWERS.replace("LEGAL,60,", "LEGAL,12.5,"));
    }

    @Test
    void aRowThatWasAddedFarBelowIsReadAsTheNext() throws Exception {
        // Given
        byte[] workbook = edited(saved -> {
            Row row = rules(saved).createRow(40);
            row.createCell(0).setCellValue("LEG-03");
            row.createCell(11).setCellValue("Sign, and \"stamp\".");
        });

        // When
        String table = read(workbook);

        // Then
        assertThat(table).isEqualTo(PackFixture.ANSWERS + "LEG-03,,,,,,,,,,,\"Sign, and \"\"stamp\"\".\"\n");
    }

    @Test
    void aRowThatWasDeletedIsGone() throws Exception {
        // Given
        byte[] workbook = edited(saved -> {
            rules(saved).removeRow(rules(saved).getRow(2));
            rules(saved).shiftRows(3, 3, -1);
        });

        // When
        String table = read(workbook);

        // Then
        assertThat(table)
                .isEqualTo(PackFixture.ANSWERS.replaceAll("LEG-01.*\n", ""))
                .contains("LEG-02");
    }

    @Test
    void aRowThatWasEmptiedIsSkipped() throws Exception {
        // Given
        byte[] workbook = edited(saved -> rules(saved).getRow(2).forEach(cell -> cell.setCellValue(" ")));

        // When
        String table = read(workbook);

        // Then
        assertThat(table).isEqualTo(PackFixture.ANSWERS.replaceAll("LEG-01.*\n", ""));
    }

    @Test
    void coloursFontsAndLinesInACellDoNotCount() throws Exception {
        // Given
        byte[] workbook = edited(saved -> {
            XSSFFont bold = saved.createFont();
            bold.setBold(true);
            XSSFRichTextString text = new XSSFRichTextString("No agreement\nat all");
            text.applyFont(3, 12, bold);
            rules(saved).getRow(2).getCell(1).setCellValue(text);
        });

        // When
        String table = read(workbook);

        // Then
        assertThat(table).isEqualTo(PackFixture.ANSWERS.replace("No agreement", "\"No agreement\nat all\""));
    }

    @Test
    void theTypesOfASpreadsheetAreReadAsTheTextTheyShow() throws Exception {
        // Given
        byte[] workbook = edited(saved -> {
            rules(saved).getRow(2).getCell(4).setCellValue(true);
            rules(saved).getRow(2).getCell(5).setCellValue(false);
            rules(saved).getRow(2).getCell(POINTS).setCellValue(-0.1);
        });

        // When
        String table = read(workbook);

        // Then
        assertThat(table).isEqualTo(PackFixture.ANSWERS.replace("NO,LEGAL,60", "true,false,-0.1"));
    }

    @Test
    void theNotesAndTheirSheetMayGo() throws Exception {
        // Given
        byte[] workbook = edited(saved -> saved.removeSheetAt(saved.getSheetIndex("Notes")));

        // When
        String table = read(workbook);

        // Then
        assertThat(table).isEqualTo(PackFixture.ANSWERS);
    }

    @Test
    void anAddressThatTheSpreadsheetMadeALinkOfIsItsText() throws Exception {
        // Given
        byte[] workbook = edited(saved -> {
            var link = saved.getCreationHelper().createHyperlink(org.apache.poi.common.usermodel.HyperlinkType.URL);
            link.setAddress("https://example.org/");
            rules(saved).getRow(2).getCell(11).setCellValue("See https://example.org/");
            rules(saved).getRow(2).getCell(11).setHyperlink(link);
        });

        // When
        String table = read(workbook);

        // Then
        assertThat(table).isEqualTo(PackFixture.ANSWERS.replace("Sign.", "See https://example.org/"));
    }

    @ParameterizedTest(name = "{0} as {1} is {2}")
    @CsvSource({
        "1.1, General, 1.1",
        "0.3, 0.0, 0.3",
        "4.35, 0.00, 4.35",
        "1000000, '#,##0', 1000000",
        "0.000001, General, 0.000001",
        "-3, @, -3",
        "123456789012, General, 123456789012"
    })
    void aNumberIsReadWhereItIsShownWhole(double number, String format, String text) throws Exception {
        // Given
        byte[] workbook = edited(saved -> number(saved, number, format));

        // When
        String table = read(workbook);

        // Then
        assertThat(table).isEqualTo(PackFixture.ANSWERS.replace("LEGAL,60,", "LEGAL," + text + ","));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "46000, yyyy-mm-dd",
        "46000, m/d/yy",
        "0.5, 0%",
        "0.5, # ?/?",
        "1.5, 0",
        "1.25, 0.0",
        "60, 0\" points\"",
        "60, ;;;",
        "60, 0E+00",
        "0.0000001, General",
        "1e15, General",
        "0.30000000000000004, General"
    })
    void aNumberIsRefusedWhereItIsShownOtherwise(double number, String format) throws Exception {
        // Given
        byte[] workbook = edited(saved -> number(saved, number, format));

        // When
        String problems = read(workbook);

        // Then
        assertThat(problems).startsWith("answers.xlsx:3:7 The number (").contains(") must be shown as it is stored");
    }

    @ParameterizedTest
    @ValueSource(strings = {";;;", "General;General;General;\"YES\"", "@\" and more\"", "\"YES\"@"})
    void aTextThatIsShownAsAnotherIsRefused(String format) throws Exception {
        // Given
        byte[] workbook = edited(saved -> {
            CellStyle style = saved.createCellStyle();
            style.setDataFormat(saved.createDataFormat().getFormat(format));
            rules(saved).getRow(2).getCell(4).setCellStyle(style);
        });

        // When
        String problems = read(workbook);

        // Then
        assertThat(problems).startsWith("answers.xlsx:3:5 The cell (NO) must show what it holds.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aHeadingThatWasChangedIsRefused(int row) throws Exception {
        // Given
        byte[] workbook = edited(saved -> rules(saved).getRow(row).getCell(1).setCellValue("Name"));

        // When
        String problems = read(workbook);

        // Then
        assertThat(problems)
                .startsWith("answers.xlsx:" + (row + 1) + ":2 The heading (Name) must be ")
                .doesNotContain(":3:");
    }

    @Test
    void aColumnThatWasAddedIsRefused() throws Exception {
        // Given
        byte[] workbook = edited(saved -> rules(saved).getRow(0).createCell(12).setCellValue("Answer.amount >"));

        // When
        String problems = read(workbook);

        // Then
        assertThat(problems).startsWith("answers.xlsx:1:13 The heading (Answer.amount >) must be empty.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aHeadingRowThatWasDeletedIsRefusedRatherThanTakingARuleForIt(int row) throws Exception {
        // Given
        byte[] workbook = edited(saved -> {
            rules(saved).removeRow(rules(saved).getRow(row));
            rules(saved).shiftRows(row + 1, 3, -1);
        });

        // When
        String problems = read(workbook);

        // Then
        assertThat(problems).startsWith("answers.xlsx:" + (row + 1) + ":").contains(" The heading (");
    }

    @Test
    void textBesideTheTableIsRefused() throws Exception {
        // Given
        byte[] workbook = edited(saved -> rules(saved).getRow(2).createCell(14).setCellValue("to discuss"));

        // When
        String problems = read(workbook);

        // Then
        assertThat(problems)
                .isEqualTo("answers.xlsx:3:15 The cell (to discuss) must stand under a heading.\nMaybe delete it.");
    }

    @Test
    void everyCellThatIsWrongIsNamed() throws Exception {
        // Given
        byte[] workbook = edited(saved -> {
            rules(saved).getRow(2).getCell(POINTS).setCellFormula("30*2");
            rules(saved).getRow(3).getCell(POINTS).setCellErrorValue((byte) 7);
        });

        // When
        String problems = read(workbook);

        // Then
        assertThat(problems)
                .isEqualTo(
                        "answers.xlsx:3:7 The formula (30*2) must not be used.\nMaybe type the value that it shows.\n"
                                + "answers.xlsx:4:7 The error (#DIV/0!) must be replaced by a value.");
    }

    private static void number(XSSFWorkbook workbook, double number, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        rules(workbook).getRow(2).getCell(POINTS).setCellValue(number);
        rules(workbook).getRow(2).getCell(POINTS).setCellStyle(style);
    }

    private static XSSFSheet rules(XSSFWorkbook workbook) {
        return workbook.getSheet("Rules");
    }
}
