package io.redoubt.rulepack.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A small machine reads the largest workbooks there may be, and refuses larger ones. */
@Timeout(120)
class BoundedMemoryTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final int PART = 31 * 1024 * 1024;

    @TempDir
    Path folder = Path.of("");

    /** Prints what is read of a file; runs in a machine of its own. */
    public static void main(String... files) throws Exception {
        for (String file : files) {
            String read = SheetFixture.read(Files.readAllBytes(Path.of(file)));
            System.out.println(read.lines().findFirst().orElse(""));
        }
    }

    @Test
    void theWorstWorkbooksAreReadIn256Megabytes() throws Exception {
        // Given
        Path rows = folder.resolve("rows.xlsx");
        Files.write(rows, filled(row -> "<row r=\"%d\"><c r=\"A%d\"><v>%d</v></c></row>".formatted(row, row, row)));
        Path texts = folder.resolve("texts.xlsx");
        Files.write(
                texts,
                SheetFixture.rewritten(
                        "xl/sharedStrings.xml",
                        text -> grown(text, "</sst>", number -> "<si><t>text %d</t></si>".formatted(number))));
        Path attribute = folder.resolve("attribute.xlsx");
        Files.write(
                attribute,
                SheetFixture.rewritten(
                        SHEET,
                        text -> text.replace(
                                "</sheetData>",
                                "</sheetData><x y=\"" + grown("\"/>", "\"/>", number -> "a".repeat(60) + number))));

        // When
        String said = saidBy(rows, texts, attribute);

        // Then
        assertThat(said.lines())
                .containsExactly(
                        "answers.xlsx:100002 The table must have at most 100000 rows.",
                        "answers.xlsx The workbook must hold at most 500000 texts with 8 million characters together.",
                        "answers.xlsx The part (xl/worksheets/sheet1.xml) must be whole and well-formed XML in UTF-8.");
    }

    private static byte[] filled(IntFunction<String> row) throws Exception {
        return SheetFixture.rewritten(SHEET, text -> grown(text, "</sheetData>", number -> row.apply(number + 5)));
    }

    /** A text with as many pieces before its end as a part may hold. */
    private static String grown(String text, String end, IntFunction<String> piece) {
        StringBuilder pieces = new StringBuilder();
        for (int number = 0; pieces.length() < PART; number++) {
            pieces.append(piece.apply(number));
        }
        return text.replace(end, pieces + end);
    }

    private static String saidBy(Path... files) throws Exception {
        ProcessBuilder machine = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BoundedMemoryTest.class.getName())
                .redirectErrorStream(true);
        for (Path file : files) {
            machine.command().add(file.toString());
        }
        Process running = machine.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        running.waitFor(1, TimeUnit.MINUTES);
        return said;
    }
}
