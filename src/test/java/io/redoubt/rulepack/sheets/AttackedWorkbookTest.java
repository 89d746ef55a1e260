package io.redoubt.rulepack.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.drl.AttackFixture;
import io.redoubt.rulepack.files.PackFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of the attack corpus as workbooks that somebody hands in. */
class AttackedWorkbookTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TABLE = "tables/answers.csv";
    /** Columns of plain sentences: what stands there is shown to people and never read by a machine. */
    private static final Set<String> SENTENCES = Set.of("title", "rationale", "remediation");

    @TempDir
    Path folder = Path.of("");

    private long childrenBefore;

    @BeforeEach
    void setTheTrap() {
        childrenBefore = ProcessHandle.current().children().count();
        System.setProperty("pwn", folder.resolve("pwned").toString());
    }

    @AfterEach
    void removeTheTrap() {
        System.clearProperty("pwn");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void aSpreadsheetOfDroolsIsRefusedAtItsPlace(Path attack) throws Exception {
        // Given
        byte[] workbook = workbook(AttackFixture.rows(attack));

        // When
        String told = assertTimeout(SOON, () -> SheetFixture.read(workbook));

        // Then
        assertThat(told.lines().findFirst().orElse("")).matches("answers\\.xlsx:1(:[0-9]+)? The .*");
        assertNothingHappened();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void aCellThatAttacksIsReadInSentencesAlone(Path attack) throws Exception {
        // Given
        List<String> header = SheetFixture.csv(PackFixture.ANSWERS).header();
        List<String> row = SheetFixture.csv(PackFixture.ANSWERS).body().get(0);
        Set<String> read = new TreeSet<>();
        for (int column = 0; column < header.size(); column++) {
            for (String cell : AttackFixture.cells(attack)) {
                List<String> attacked = new ArrayList<>(row);
                attacked.set(column, cell);

                // When
                String text = SheetFixture.read(workbook(List.of(header, attacked)));

                if (text.startsWith("answers.xlsx") || isRefused(text)) {
                    continue;
                }
                read.add(header.get(column));
            }
        }

        // Then
        assertThat(read).isSubsetOf(SENTENCES);
        assertNothingHappened();
    }

    private void assertNothingHappened() {
        assertThat(folder).isEmptyDirectory();
        assertThat(ProcessHandle.current().children().count()).isEqualTo(childrenBefore);
    }

    private static boolean isRefused(String csv) {
        try {
            PackFixture.read(PackFixture.with(TABLE, csv));
            return false;
        } catch (PackException e) {
            return e.problems().stream()
                    .anyMatch(problem -> problem.place().file().equals(TABLE)
                            && problem.place().line() > 0);
        }
    }

    /** Rows of text in the sheet that is read, as a spreadsheet program saves them. */
    private static byte[] workbook(List<List<String>> rows) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream saved = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet(SheetNames.RULES);
            for (int i = 0; i < rows.size(); i++) {
                XSSFRow row = sheet.createRow(i);
                for (int k = 0; k < rows.get(i).size(); k++) {
                    row.createCell(k).setCellValue(rows.get(i).get(k));
                }
            }
            workbook.write(saved);
            return saved.toByteArray();
        }
    }

    static List<Path> attacks() throws IOException {
        return AttackFixture.tables();
    }
}
