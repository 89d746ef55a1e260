package io.redoubt.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.redoubt.shared.Place;
import io.redoubt.shared.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table's cells keep their line and column; a table whose cells might be under the wrong heading is refused. */
class CsvTableTest {
    private final Problems problems = new Problems();

    private List<CsvRow> rows(String text) {
        return CsvTable.of("a.csv", text, problems).map(CsvTable::rows).orElse(List.of());
    }

    private List<String> said() {
        return problems.list().stream().map(Problem::toString).toList();
    }

    @Test
    void aRowGivesTypedCells() {
        // When
        CsvRow row = rows("id,from,points,amount,waivable\nLEG-01,2026-11-01,-4,2.50,false\n")
                .get(0);

        // Then
        assertThat(row.text("id")).isEqualTo("LEG-01");
        assertThat(row.date("from")).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(row.integer("points")).isEqualTo(-4);
        assertThat(row.decimal("amount")).isEqualTo("2.50");
        assertThat(row.flag("waivable")).isFalse();
        assertThat(said()).isEmpty();
    }

    @Test
    void quotedCellsMayHoldCommasQuotesAndLineBreaks() {
        // When
        List<CsvRow> rows = rows("a,b\n\"x, \"\"y\"\"\",\"1\r\n2\"\r\n\r\nlast,\n");

        // Then
        assertThat(rows).extracting(row -> row.cell("a").raw()).containsExactly("x, \"y\"", "last");
        assertThat(rows).extracting(row -> row.place().line()).containsExactly(2, 5);
        assertThat(rows.get(0).text("b")).isEqualTo("1\r\n2");
    }

    @Test
    void semicolonsAreNamedThoughARowBelowHasQuotes() {
        // When
        List<CsvRow> rows = rows("id;title\nLEG-01;\"No, not yet\"\n");

        // Then
        assertThat(rows).isEmpty();
        assertThat(said())
                .containsExactly("a.csv:1 The columns must be separated by commas, not by semicolons.\n"
                        + "Maybe save the table as \"CSV UTF-8\" with commas.");
    }

    @Test
    void aCellKnowsItsLineAndColumn() {
        // When
        List<CsvRow> rows = rows("\uFEFFa,b\n\n1,2\n");

        // Then
        assertThat(rows.get(0).cell("b").place()).isEqualTo(new Place("a.csv", 3, 2));
    }

    @Test
    void aListIsSplitAtTheBarIntoParts() {
        // When
        CsvRow row = rows("a,b,c\nX | Y |Z,,U ||\n").get(0);

        // Then
        assertThat(row.parts("a")).extracting(Scalar::raw).containsExactly("X", "Y", "Z");
        assertThat(row.parts("b")).isEmpty();
        assertThat(row.parts("c")).extracting(Scalar::raw).containsExactly("U");
        assertThat(said())
                .containsExactly("a.csv:2:3 The c () must not be empty.", "a.csv:2:3 The c () must not be empty.");
    }

    @Test
    void anOptionalCellMayBeBlankOrItsColumnMissing() {
        // When
        CsvRow row = rows("a,since\n1, \n").get(0);

        // Then
        assertThat(row.optionalDate("since")).isEmpty();
        assertThat(row.optional("note")).isEmpty();
        assertThat(row.text("note")).isEmpty();
        assertThat(said()).isEmpty();
    }

    @Test
    void aBlankCellIsRefusedWhereAValueIsDemanded() {
        // When
        rows("a,b\n1,\n").get(0).text("b");

        // Then
        assertThat(said()).containsExactly("a.csv:2:2 The b () must not be empty.");
    }

    @Test
    void columnsThatAreMissingOrUnknownAreRefused() {
        // When
        CsvTable.of("a.csv", "id,points,colour\n", problems)
                .ifPresent(table -> table.columns(List.of("id", "title"), List.of("points")));

        // Then
        assertThat(said())
                .containsExactly(
                        "a.csv:1 The column (title) must be present.",
                        "a.csv:1:3 The column (colour) must be one of id, points, title.");
    }

    @Test
    void columnsWithoutOrWithTheSameNameAreRefused() {
        // When
        rows("a,,a\n1,2,3\n");

        // Then
        assertThat(said())
                .containsExactly(
                        "a.csv:1:2 The column name must not be empty.\nMaybe remove the column.",
                        "a.csv:1:3 The column (a) must stand only once.");
    }

    @Test
    void aRowThatIsTooShortOrTooLongIsRefusedAndTheOthersAreRead() {
        // When
        List<CsvRow> rows = rows("a,b\n1\n1,2,3\n4,5\n");

        // Then
        assertThat(rows).hasSize(1);
        assertThat(said())
                .containsExactly(
                        "a.csv:2:2 The row (1 cells) must have the header's 2 cells."
                                + "\nMaybe put a cell that holds a comma in quotes.",
                        "a.csv:3:3 The row (3 cells) must have the header's 2 cells."
                                + "\nMaybe put a cell that holds a comma in quotes.");
    }

    @Test
    void aQuoteInsideAPlainCellIsRefused() {
        // When
        rows("a,b\n1,say \"no\"\n");

        // Then
        assertThat(said())
                .containsExactly("a.csv:2:2 The cell (say \"no\") must not contain a quote."
                        + "\nMaybe put the cell in quotes and double the quote inside.");
    }

    @Test
    void textAfterAClosingQuoteIsRefused() {
        // When
        rows("a,b\n\"x\"y,2\n");

        // Then
        assertThat(said())
                .containsExactly("a.csv:2:1 The cell must end with its closing quote."
                        + "\nMaybe double a quote that belongs to the text.");
    }

    @Test
    void aQuoteThatNeverClosesIsRefusedWhereItsRowBegins() {
        // When
        List<CsvRow> rows = rows("a,b\n1,2\n3,\"4\n5,6\n");

        // Then
        assertThat(rows).isEmpty();
        assertThat(said()).containsExactly("a.csv:3:2 The quote that begins here must be closed.");
    }

    @Test
    void anEmptyFileIsRefused() {
        // When
        rows("\n\n");

        // Then
        assertThat(said()).containsExactly("a.csv:1 The file (a.csv) must begin with a header row.");
    }

    @Test
    void tooManyRowsColumnsOrCharactersAreRefused() {
        // When
        rows("a\n" + "1\n".repeat(CsvTable.MAX_ROWS));
        rows("a" + ",b".repeat(CsvTable.MAX_COLUMNS) + "\n");
        rows("a\n" + "x".repeat(CsvTable.MAX_CELL + 1) + "\n");

        // Then
        assertThat(said())
                .containsExactly(
                        "a.csv:1:257 The row must have at most 256 cells.",
                        "a.csv:2:1 The cell (" + "x".repeat(60) + "…) must have at most 10000 characters.",
                        "a.csv:100001 The table must have at most 100000 rows.");
    }

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(strings = {"0007", "007F", "202A", "202E", "2066", "2069", "FFFE"})
    void aCharacterThatControlsWhatIsSeenIsRefused(String code) {
        // When
        rows("a\nx" + (char) Integer.parseInt(code, 16) + "\n");

        // Then
        assertThat(said())
                .containsExactly("a.csv:2:2 The character (U+" + code
                        + ") must not be used.\nMaybe delete it: it is invisible.");
    }

    /** Names in other scripts need these. */
    @ParameterizedTest(name = "U+{0}")
    @ValueSource(strings = {"200C", "200D", "200F", "2029", "206A", "05D0"})
    void aCharacterThatScriptsNeedIsRead(String code) {
        assertThat(rows("a\nx" + (char) Integer.parseInt(code, 16) + "\n")).hasSize(1);
        assertThat(said()).isEmpty();
    }

    @Test
    void aCarriageReturnAloneInACellIsRefusedRatherThanLosingTheRow() {
        // When
        List<CsvRow> rows = rows("a,b\n1,2\n3,\"x\ry\"\n5,6\n");

        // Then
        assertThat(rows).isEmpty();
        assertThat(said())
                .containsExactly("a.csv:3 The character (U+000D) must not be used.\nMaybe delete it: it is invisible.");
    }

    @Test
    void randomTextEndsInAProblemOrRowsButNeverInAnException() {
        // Given
        long seed = 4180;
        Random random = new Random(seed);
        String alphabet = "ab,,\"\"\n\n\r |é";

        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(24), 0, alphabet.length()).forEach(c -> text.append(alphabet.charAt(c)));

            // When, Then
            assertThatCode(() -> rows(text.toString()))
                    .as("seed %d, text %s", seed, text)
                    .doesNotThrowAnyException();
        }
    }
}
