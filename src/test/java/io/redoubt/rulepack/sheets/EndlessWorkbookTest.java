package io.redoubt.rulepack.sheets;

import static io.redoubt.rulepack.sheets.SheetFixture.read;
import static io.redoubt.rulepack.sheets.SheetFixture.rewritten;
import static io.redoubt.rulepack.sheets.SheetFixture.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.files.PackFixture;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Workbooks of more rows, text and problems than anybody could read. */
@Timeout(60)
class EndlessWorkbookTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void aMillionRowsAreReadUpToTheLimit() throws Exception {
        // Given
        byte[] workbook =
                rows(400_000, row -> "<row r=\"%d\"><c r=\"A%d\"><v>%d</v></c></row>".formatted(row, row, row));

        // When
        String problems = read(workbook);

        // Then
        assertThat(problems).isEqualTo("answers.xlsx:100002 The table must have at most 100000 rows.");
    }

    @Test
    void rowsWithoutCellsCostNothing() throws Exception {
        // Given
        byte[] workbook = rows(1_000_000, row -> "<row r=\"" + row + "\"/>");

        // When
        String table = read(workbook);

        // Then
        assertThat(table).isEqualTo(PackFixture.ANSWERS);
    }

    @Test
    void moreTextThanATableMayHaveIsRefused() throws Exception {
        // Given
        String text = "x".repeat(9_999);
        byte[] workbook = rows(
                600,
                row -> "<row r=\"%d\"><c r=\"A%d\" t=\"inlineStr\"><is><t>%s%d</t></is></c></row>"
                        .formatted(row, row, text.substring(9), row));

        // When
        String problems = read(workbook);

        // Then
        assertThat(problems).contains("must ");
    }

    @Test
    void aCellThatIsTooLongIsRefused() throws Exception {
        // Given
        byte[] workbook = rewritten("xl/sharedStrings.xml", texts -> texts.replace("It matters.", "x".repeat(10_001)));

        // When
        String problems = read(workbook);

        // Then
        assertThat(problems)
                .startsWith("answers.xlsx:3:11 The cell (xxx")
                .contains("must have at most 10000 characters.");
    }

    @Test
    void problemsWithoutEndAreNotListedWithoutEnd() throws Exception {
        // Given
        byte[] workbook = rows(5_000, row -> "<row r=\"%d\"><c r=\"A%d\"><f>%d</f></c></row>".formatted(row, row, row));

        // When
        String problems = read(workbook);

        // Then
        assertThat(problems.lines().filter(line -> line.startsWith("answers.xlsx")))
                .hasSize(101);
        assertThat(problems).endsWith("must be corrected before the rest of the sheet is read.");
    }

    /** The small table's workbook with rows below its own. */
    private static byte[] rows(int count, IntFunction<String> row) throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 5; i < 5 + count; i++) {
            rows.append(row.apply(i));
        }
        return rewritten(SHEET, sheet -> sheet.replace("</sheetData>", rows + "</sheetData>"));
    }
}
