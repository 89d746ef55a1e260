package io.redoubt.rulepack.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.redoubt.rulepack.drl.AttackFixture;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spreadsheets in Drools' own form whose cells break out of their column when stock Drools compiles them. */
class HostileTableTest {
    private static final String TABLE = "tables/answers.csv";
    private static final List<String> HEADER =
            List.of(PackFixture.ANSWERS.lines().findFirst().orElse("").split(",", -1));
    /** Columns of plain sentences: what stands there is shown to people and never read by a machine. */
    private static final Set<String> SENTENCES = Set.of("title", "rationale", "remediation");

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void setTheTrap() {
        System.setProperty("pwn", folder.resolve("pwned").toString());
    }

    @AfterEach
    void removeTheTrap() {
        System.clearProperty("pwn");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void aSpreadsheetOfDroolsIsRefused(Path attack) throws Exception {
        // Given
        PackFiles files = PackFixture.with(TABLE, Files.readString(attack));

        // When
        List<String> problems = assertTimeout(Duration.ofSeconds(5), () -> PackFixture.problems(files));

        // Then
        assertThat(problems).anyMatch(told -> told.matches("(?s)tables/answers\\.csv:\\d+(:\\d+)? The .*"));
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void aCellThatAttacksIsRefusedInEveryColumnThatIsNoSentence(Path attack) throws Exception {
        // Given
        List<String> read = new ArrayList<>();
        for (String cell : AttackFixture.cells(attack)) {
            for (int column = 0; column < HEADER.size(); column++) {
                PackFiles files = PackFixture.with(TABLE, table(column, cell));

                // When
                List<String> problems = PackFixture.problems(files);

                if (problems.isEmpty()) {
                    read.add(HEADER.get(column));
                }
            }
        }

        // Then
        assertThat(read).isSubsetOf(SENTENCES);
        assertThat(folder).isEmptyDirectory();
    }

    /** Our first row with one cell replaced. */
    private static String table(int column, String cell) throws IOException {
        List<String> row = new ArrayList<>(
                List.of(PackFixture.ANSWERS.lines().toList().get(1).split(",", -1)));
        row.set(column, cell);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER).writeRecord(row);
        }
        return text.toString();
    }

    static List<Path> attacks() throws IOException {
        return AttackFixture.tables();
    }
}
