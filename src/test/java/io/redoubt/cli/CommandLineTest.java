package io.redoubt.cli;

import static io.redoubt.cli.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line as a user meets it: what it prints where, and its exit code. */
class CommandLineTest {
    private static final String DEMO = "data/demo/suppliers.json";
    private static final String DAY = "--as-of=2026-11-21";

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest(name = "redoubt {0}")
    @CsvSource({
        "help, Rates suppliers for the risk", "--help, Rates suppliers for the risk",
                "rate --help, Rates the suppliers",
        "pack check --help, Reads a pack and runs", "--version, redoubt", "generate-completion, complete -F"
    })
    void helpIsPrintedToOutAndExitsWithNone(String arguments, String said) {
        // When
        Ran ran = run(arguments.split(" ", -1));

        // Then
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains(said);
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest(name = "redoubt {0}")
    @CsvSource({
        "rate --nonsense x, Unknown option",
        "rate, Missing required parameter",
        "nonsense, Unmatched argument",
        "rate x --as-of=tomorrow, Invalid value for option '--as-of'",
        "rate x --format=xml, Invalid value for option"
    })
    void whatIsNotUnderstoodExitsWithTwo(String arguments, String said) {
        // When
        Ran ran = run(arguments.split(" ", -1));

        // Then
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(said);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void aTableRanksByRiskWithUnratedAndDisqualifiedLast() {
        // When
        Ran ran = run("rate", DEMO, DAY);

        // Then
        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines().filter(line -> line.startsWith("S-")))
                .hasSize(24)
                .last()
                .asString()
                .contains("DISQUALIFIED");
        assertThat(ran.out().lines().filter(line -> line.startsWith("S-016")))
                .singleElement()
                .asString()
                .contains("UNRATED", "–");
        assertThat(ran.out()).contains("As of 2026-11-21, methodology baseline");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"json, '['", "JSON, '['", "csv, 'supplier,name,sites,badge,risk'"})
    void theOtherFormatsBeginAtOnce(String format, String first) {
        // When
        Ran ran = run("rate", DEMO, DAY, "--format", format);

        // Then
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith(first).contains("S-024");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void anExplanationShowsWaterfallsAndEveryRule() {
        // When
        Ran ran = run("rate", DEMO, DAY, "--explain=S-024");

        // Then
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith(
                        "S-024 Ensambles Xolcavi, S. de R.L. de C.V.: ELEVATED as of 2026-11-21\nRisk 49; could be 44 if")
                .contains("INC-01   fires", "LEG-01   silent")
                .contains("Overall is 75 % control risk + 25 % location exposure")
                .contains("CONFIDENTIALITY  65         weight 14.2857 %, coverage 96 %");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '¦',
            value = {
                "S-005 ¦ Risk 3; nothing that is open would change it.",
                "S-005 ¦ Control risk: 4",
                "S-008 ¦ Q-UPDATE-PROTECTION (open): Control over keys or updates with gaps",
                "S-008 ¦ Q-UPDATE-PROTECTION (open): Updates can be forged or rolled back",
                "S-008 ¦ Answer Q-EXERCISES: amount 18",
                "S-008 ¦ with the parameters of the day: exercise_months 12 months",
                "S-008 ¦ sources: nist-sp-800-84, redoubt-policy",
                "S-019 ¦ Under the swing weights: DISQUALIFIED",
                "S-024 ¦ Incident I-1: kind IP_LEAK, resolved false",
                "S-024 ¦ Answer Q-CHANGE-CONTROL: value NO to YES (its evidence has ended)",
                "S-024 ¦ open: Answer.value is NO to YES (its evidence has ended), the rule asks for NO"
            })
    void anExplanationSaysWhatTheFiguresAndRulesStandOn(String supplier, String said) {
        // When
        Ran ran = run("rate", DEMO, DAY, "--explain=" + supplier);

        // Then
        assertThat(ran.out().lines().map(line -> line + " ")).anyMatch(line -> line.contains(said + " "));
    }

    @Test
    void aRuleBelowTheFirstHitIsNotReached() {
        // When
        Ran ran = run("rate", DEMO, DAY, "--explain=S-024", "--pack=rules/examples/scorecard");

        // Then
        assertThat(ran.out())
                .contains("AGR-01   fires")
                .containsPattern("AGR-02   not reached .*\n +Answer Q-NDA: AGR-01 comes before it\n");
    }

    @Test
    void figuresOfWhichMoreIsBetterAreNoRisk() {
        // When
        Ran ran = run("rate", DEMO, DAY, "--explain=S-024", "--pack=rules/examples/questionnaire");

        // Then
        assertThat(ran.out())
                .contains("\nControl: 86\n", "before weighting\n")
                .doesNotContain("Control risk", "never more than");
    }

    @Test
    void aRankingNamesTheSuppliersWhoseBandHangsOnTheWeights() {
        // When
        Ran ran = run("rate", DEMO, DAY);

        // Then
        assertThat(ran.out())
                .contains("2 of 16 bands change in some sample (S-008, S-009); on average 0.155 change in a sample.\n")
                .endsWith("Under the swing weights none of 16 bands changes.\n");
        assertThat(ran.out().lines().filter(line -> line.startsWith("S-005")))
                .singleElement()
                .asString()
                .contains("3     3         4–4");
    }

    @Test
    void aSupplierThatIsNotInTheFilesCannotBeExplained() {
        // When
        Ran ran = run("rate", DEMO, DAY, "--explain=S-999");

        // Then
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("The supplier (S-999) must be in the files.");
    }

    @Test
    void aMissingFileIsSaidAndTheOthersAreRated() {
        // When
        Ran ran = run("rate", "nowhere.json", DEMO, DAY);

        // Then
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("The file (nowhere.json) must exist.%n".formatted());
        assertThat(ran.out()).contains("S-024");
    }

    @Test
    void oneBadSupplierDoesNotKeepTheOthersFromBeingRated() throws Exception {
        // Given
        Path file = write("mixed.json", "[{\"id\":\"A\",\"name\":\"A\"},{\"id\":\"B\"},{\"id\":\"C\",\"name\":\"C\"}]");

        // When
        Ran ran = run("rate", file.toString(), DAY);

        // Then
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("mixed.json supplier 2 (B) /name The name must be present.%n".formatted());
        assertThat(ran.out().lines().filter(line -> line.contains("UNRATED"))).hasSize(2);
    }

    @Test
    void anExplanationBesideABadSupplierExitsWithOne() throws Exception {
        // Given
        Path file = write("mixed.json", "[{\"id\":\"A\",\"name\":\"A\"},{\"id\":\"B\"}]");

        // When
        Ran ran = run("rate", file.toString(), DAY, "--explain=A");

        // Then
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).startsWith("A A: UNRATED");
    }

    @Test
    void aDateBeyondReasonRefusesOneSupplierAndNotTheCommand() throws Exception {
        // Given
        Path file = write(
                "dates.json",
                "[{\"id\":\"A\",\"name\":\"A\"},{\"id\":\"B\",\"name\":\"B\",\"answers\":[{\"question\":\"Q-NDA\","
                        + "\"value\":\"YES\",\"answeredOn\":\"+999999999-12-31\"}]}]");

        // When
        Ran ran = run("rate", file.toString(), DAY);

        // Then
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).startsWith("dates.json supplier 2 (B) /answers/0/answeredOn");
        assertThat(ran.out()).contains("UNRATED");
    }

    @Test
    void whatCannotHaveHappenedYetRefusesTheSupplier() throws Exception {
        // Given
        Path file = write(
                "future.json",
                "[{\"id\":\"A\",\"name\":\"A\"},{\"id\":\"B\",\"name\":\"B\",\"answers\":[{\"question\":\"Q-NDA\","
                        + "\"value\":\"YES\",\"answeredOn\":\"2096-11-20\"}]}]");

        // When
        Ran refused = run("rate", file.toString(), DAY);
        Ran ahead = run("rate", file.toString(), "--as-of=2096-11-20");

        // Then
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith(
                        "future.json supplier 2 (B) /answers/0/answeredOn The answeredOn (2096-11-20) must not lie");
        assertThat(ahead.code()).isZero();
    }

    @Test
    void aFileThatIsNotUtf8IsNamedAndTheOthersAreRated() throws Exception {
        // Given
        Path file = folder.resolve("latin.json");
        Files.write(file, "[{\"id\":\"A\",\"name\":\"Ä\"}]".getBytes(StandardCharsets.ISO_8859_1));

        // When
        Ran ran = run("rate", file.toString(), DEMO, DAY);

        // Then
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo(("The file (" + file + ") must be encoded in UTF-8.%n").formatted());
        assertThat(ran.out()).contains("S-024");
    }

    @Test
    void twoTablesOfOneNameAreBothRead() throws Exception {
        // Given
        Path one = write("one/suppliers.csv", "id,name\nA,A\n");
        Path other = write("other/suppliers.csv", "id,name\nB,B\n");

        // When
        Ran ran = run("rate", one.toString(), other.toString(), DAY, "--format=csv");

        // Then
        assertThat(ran.out()).contains("\r\nA,A,", "\r\nB,B,");
    }

    /** The row that can't be read may be the one that speaks against the supplier. */
    @Test
    void tablesWithARowThatCannotBeReadRateNoSupplier() throws Exception {
        // Given
        Path suppliers = write("suppliers.csv", "id,name\nA,A\n");
        Path canaries = write("canaries.csv", "supplier,id,placedOn,outcome\nA,K-1,2026-01-01 ATTRIBUTED\n");

        // When
        Ran ran = run("rate", DEMO, suppliers.toString(), canaries.toString(), DAY, "--format=csv");

        // Then
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .contains("canaries.csv:2:4 The row (3 cells) must have", "No supplier of the tables was rated");
        assertThat(ran.out()).contains("\r\nS-024,").doesNotContain("\r\nA,");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '¦',
            value = {"none.json ¦ []", "none.csv ¦ id,name"})
    void aFileWithoutASupplierIsSaid(String name, String text) throws Exception {
        // Given
        Path file = write(name, text);

        // When
        Ran ran = run("rate", file.toString(), DAY);

        // Then
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("The files must hold at least one supplier.%n".formatted());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"=1+1", "+1", "-1", "@SUM(1)"})
    void aNameThatIsAFormulaIsNeutralisedInCsv(String name) throws Exception {
        // Given
        Path file = write("formula.json", "{\"id\":\"A\",\"name\":\"" + name + "\"}");

        // When
        Ran ran = run("rate", file.toString(), DAY, "--format=csv");

        // Then
        assertThat(ran.out()).contains("A,'" + name + ",");
    }

    @Test
    void aResultThatCannotBeWrittenIsSaidInWords() {
        // Given
        Path out = folder.resolve("no/such/folder/out.csv");

        // When
        Ran ran = run("rate", DEMO, DAY, "--out", out.toString());

        // Then
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("The file (" + out + ") must be writable.");
    }

    private Path write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, text);
    }
}
