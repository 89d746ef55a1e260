package io.redoubt.rulepack.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may not stand in the files beside the tables, and what must hold across files. */
class RefusedPackTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String LIMIT = "{ from: \"2026-01-01\", value: 30, citation: law }";

    /** Every case has exactly this one problem. */
    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '¦', textBlock = """
                    pack.yaml ¦ title: A      ¦ title: A title\\nowned: A        ¦ pack.yaml:3:1 The key (owned) must be one of aggregation,
                    pack.yaml ¦ policy: FIRST ¦ policy: SECOND                  ¦ pack.yaml:18:50 The policy (SECOND) must be FIRST or ALL.
                    pack.yaml ¦ title: Law,   ¦ title: Law, wight: 2,           ¦ pack.yaml:12:30 The key (wight) must be one of baseline,
                    pack.yaml ¦ locationShare: 25  ¦ locationShare: 250         ¦ pack.yaml:7:3 The percentage (250) must lie between 0 and 100.
                    pack.yaml ¦ locationShare: 25  ¦ locationShare: -1          ¦ pack.yaml:7:3 The percentage (-1) must lie between 0 and 100.
                    pack.yaml ¦ locationShare: 25  ¦ locationShare: 12.34567    ¦ pack.yaml:7:3 The percentage (12.34567) must have at most four
                    pack.yaml ¦ locationShare: 25  ¦ locationShare: a quarter   ¦ pack.yaml:7:18 The locationShare (a quarter) must be a plain
                    pack.yaml ¦ locationShare: 25  ¦ locationShare: 0x19        ¦ pack.yaml:7:18 The locationShare (0x19) must be a plain
                    pack.yaml ¦ floorAllowance: 15 ¦ floorAllowance: -5         ¦ pack.yaml:8:3 The points (-5) must lie between 0 and 100.
                    pack.yaml ¦ upTo: 100     ¦ upTo: 90                        ¦ pack.yaml:14:1 The last band must end at 100.
                    pack.yaml ¦ upTo: 50      ¦ upTo: 100                       ¦ pack.yaml:14:1 The end of the band (HIGH) must lie above
                    pack.yaml ¦ upTo: 50      ¦ upTo: -5                        ¦ pack.yaml:14:1 The end of the band (LOW) must lie above
                    pack.yaml ¦ upTo: 50      ¦ upTo: 50.5                      ¦ pack.yaml:15:22 The upTo (50.5) must be a whole number
                    pack.yaml ¦ id: HIGH      ¦ id: LOW                         ¦ pack.yaml:14:1 The band (LOW) must be defined once.
                    pack.yaml ¦ "CRITICAL/*"  ¦ "CRITICAL"                      ¦ pack.yaml:16:35 The work class (CRITICAL) must be
                    pack.yaml ¦ LOCATION      ¦ LOCATION, figure: CONTROL       ¦ pack.yaml:13:50 The key (figure) must stand only once.
                    citations.yaml ¦ publisher: A ¦ sction: B\\n  publisher: A   ¦ citations.yaml:3:3 The key (sction) must be one of date,
                    citations.yaml ¦ retrieved: "2026-01-01" ¦ retrieved: today ¦ citations.yaml:5:14 The retrieved (today) must be a date
                    parameters/limits.yaml ¦ value: 30 ¦ value: many            ¦ parameters/limits.yaml:6:36 The value (many) must be a plain
                    parameters/limits.yaml ¦ value: 30 ¦ value: 1.1234567       ¦ parameters/limits.yaml:6:29 The number (1.1234567) must have
                    parameters/limits.yaml ¦ value: 30 ¦ valeu: 1, value: 30    ¦ parameters/limits.yaml:6:29 The key (valeu) must be one of
                    parameters/limits.yaml ¦ value: 5, ¦ value: 100.000001,     ¦ parameters/limits.yaml:7:3 The points (100.000001) of $few
                    parameters/limits.yaml ¦ value: 5, ¦ value: -5000000,       ¦ parameters/limits.yaml:7:3 The points (-5000000) of $few
                    parameters/limits.yaml ¦ value: 30, citation: law ¦ value: 30, citation: lore ¦ parameters/limits.yaml:1:3 The citation (lore) of
                    parameters/limits.yaml ¦ "2026-01-01", value: 30 ¦ "2026-01-02", value: 30 ¦ parameters/limits.yaml:1:3 The parameter ($limit) must have
                    parameters/limits.yaml ¦ "2026-01-01", value: 30 ¦ "2025-02-29", value: 30 ¦ parameters/limits.yaml:6:15 The from (2025-02-29) must be
                    logic/more.drl ¦ @domain("LEGAL")  ¦ @domain("LAW")          ¦ logic/more.drl:1:1 The domain (LAW) must be one of LEGAL
                    logic/more.drl ¦ @citations("law") ¦ @citations("lore")      ¦ logic/more.drl:1:1 The citation (lore) must be in citations
                    logic/more.drl ¦ @citations("law") ¦ @remediation("x")       ¦ logic/more.drl:1:1 The rule (LEG-10) must cite a source.
                    logic/more.drl ¦ Finding(          ¦ Site( embargo == true ) Finding( ¦ logic/more.drl:1:1 A rule for the control domain (LEGAL)
                    tables/bars.csv ¦ */*,false ¦ */*,true                      ¦ tables/bars.csv:2 The rule (KO-01) must not be waivable
                    scenarios/first.yaml ¦ fires: [LEG-01] ¦ fires: [LEG-99]    ¦ scenarios/first.yaml:1:3 The rule (LEG-99) of a scenario
                    scenarios/first.yaml ¦ band: LOW  ¦ band: LOVE              ¦ scenarios/first.yaml:1:3 The band (LOVE) must be in pack.yaml.
                    scenarios/first.yaml ¦ [0, 50]    ¦ [50]                    ¦ scenarios/first.yaml:1:3 The overall interval must be
                    scenarios/first.yaml ¦ fires:     ¦ fire: [], fires:        ¦ scenarios/first.yaml:4:13 The key (fire) must be one of
                    """)
    void aPieceIsRefusedAtItsPlace(String path, String piece, String other, String why) {
        // Given
        PackFiles files = PackFixture.replacing(path, piece, other.replace("\\n", "\n"));

        // When
        List<String> problems = PackFixture.problems(files);

        // Then
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).startsWith(why);
    }

    /** What is law, or the strictest outcome, nobody may waive; what lies below it a risk owner may. */
    @ParameterizedTest(name = "{0} {1}: refused {2}")
    @CsvSource({
        "Supplier.owner_list ==, LISTED_HALF_OR_MORE, true",
        "Supplier.owner_list >=, LISTED_BELOW_HALF, true",
        "Supplier.owner_list ==, LISTED_BELOW_HALF, false",
        "Supplier.owner_list !=, NOT_LISTED, true",
        "Supplier.canary ==, ATTRIBUTED, true",
        "Supplier.canary not in, OWN_LEAK | NOT_OBSERVED, true",
        "Supplier.canary in, SUSPECTED | CONFIRMED_UNPROVEN, false",
        "Supplier.transfer_licence_missing ==, true, true",
        "Supplier.transfer_licence_missing ==, false, false",
        "Supplier.transfer_notification_missing ==, true, false"
    })
    void aRiskThatNobodyMayAcceptIsNotWaivable(String column, String cell, boolean refused) {
        // Given
        PackFiles files = PackFixture.with("tables/bars.csv", """
                id,title,reason,%s,bars,waivable,requirements,citations,status,rationale,remediation
                KO-01,Listed,OWNER_LISTED,%s,*/*,true,P-09,law,ACTIVE,It matters.,
                """.formatted(column, cell));

        // When
        List<String> problems = PackFixture.problems(files);

        // Then
        String why = "tables/bars.csv:2 The rule (KO-01) must not be waivable, since it bars by "
                + column.split(" ", 2)[0] + ", a risk that nobody may accept.";
        assertThat(problems).isEqualTo(refused ? List.of(why) : List.of());
    }

    @Test
    void aWaivableRuleMayStandBesideOneThatIsNot() {
        // Given: what KO-02 lets waive, KO-01 still bars
        PackFiles files = PackFixture.with(
                "tables/bars.csv",
                PackFixture.BARS + "KO-02,Listed,OWNER_LISTED,LISTED_HALF_OR_MORE,CRITICAL/*,true,P-09,law,ACTIVE,It"
                        + " matters.,\n");

        // When
        List<String> problems = PackFixture.problems(files);

        // Then
        assertThat(problems).isEmpty();
    }

    @Test
    void datesOutOfOrderAreRefused() {
        // Given
        PackFiles files = PackFixture.replacing(
                "parameters/limits.yaml", LIMIT, LIMIT + "\n    - " + LIMIT.replace("2026-01-01", "2025-12-31"));

        // When
        List<String> problems = PackFixture.problems(files);

        // Then
        assertThat(problems)
                .containsExactly("parameters/limits.yaml:7:9 The start (2025-12-31) must lie after the one before it.");
    }

    @Test
    void aParameterOfAnotherUnitIsRefused() {
        // Given
        PackFiles files = PackFixture.replacing("parameters/limits.yaml", "unit: days", "unit: hours");

        // When
        List<String> problems = PackFixture.problems(files);

        // Then
        assertThat(problems.get(0))
                .isEqualTo("logic/more.drl:1:1 In the rule (LEG-10): The parameter ($limit) must be in the unit of"
                        + " Finding.days_overdue, days, not in hours.");
    }

    @Test
    void aParameterDefinedTwiceIsRefusedAtTheSecond() {
        // Given
        PackFiles files = PackFixture.with("parameters/others.yaml", PackFixture.PARAMETERS);

        // When
        List<String> problems = PackFixture.problems(files);

        // Then
        assertThat(problems)
                .containsExactly(
                        "parameters/others.yaml:1:3 The parameter (limit) must be defined once.",
                        "parameters/others.yaml:7:3 The parameter (few) must be defined once.");
    }

    @Test
    void aMissingKeyIsToldOnce() {
        // Given
        PackFiles files = PackFixture.replacing("pack.yaml", "domains:", "domain:");

        // When
        List<String> problems = PackFixture.problems(files);

        // Then
        assertThat(problems).doesNotHaveDuplicates().contains("pack.yaml:1:1 The key (domains) must be present.");
    }

    @Test
    void aTableFileThatIsMissingIsRefused() {
        // When
        List<String> problems = PackFixture.problems(PackFixture.without("tables/bars.csv"));

        // Then
        assertThat(problems).contains("pack.yaml:20:5 The file (tables/bars.csv) must exist in the pack.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"tables/extra.csv", "logic/extra.drl"})
    void aFileOfRulesThatIsNotDeclaredIsRefused(String path) {
        // When
        List<String> problems = PackFixture.problems(PackFixture.with(path, ""));

        // Then
        assertThat(problems)
                .containsExactly(path + " The file (" + path + ") must be declared in pack.yaml.\n"
                        + "Maybe add it under tables or logic.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"parameter/limits.yaml", "Pack.yaml", "tables/a.xlsx", "tables/a b.csv", "../x.yaml", "scenarios/.yaml"
    })
    void aForeignFileIsRefusedWhereverThePackComesFrom(String path) {
        // When
        List<String> problems = PackFixture.problems(PackFixture.with(path, "x"));

        // Then
        assertThat(problems)
                .anyMatch(told ->
                        told.startsWith(path + " The file (" + path + ") must be a part of a pack and no link."));
    }

    @Test
    void allProblemsOfAllFilesAreToldTogether() {
        // Given
        PackFiles files = PackFixture.with(
                PackFixture.replacing("tables/answers.csv", "60", "sixty"),
                "logic/more.drl",
                PackFixture.LOGIC.replace("LATE_FINDING", "late"));
        files = PackFixture.with(files, "scenarios/first.yaml", PackFixture.SCENARIOS.replace("LOW", "LOVE"));
        files = PackFixture.with(files, "citations.yaml", PackFixture.CITATIONS.replace("publisher", "author"));

        // When
        List<String> problems = PackFixture.problems(files);

        // Then
        assertThat(problems.stream().map(told -> told.substring(0, told.indexOf(' '))))
                .containsExactly(
                        "citations.yaml:1:3",
                        "citations.yaml:3:3",
                        "tables/answers.csv:2:7",
                        "logic/more.drl:1:1",
                        "scenarios/first.yaml:1:3");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'[',100000",
        "'{a: ',100000",
        "'- ',100000",
        "x,5000000",
        "'&a ',1000",
        "'*a ',1000",
        "'!!java.io.File ',1"
    })
    void aHugeOrDeepOrLivelyManifestIsRefusedQuickly(String piece, int times) {
        // Given
        PackFiles files = PackFixture.with("pack.yaml", "id: " + piece.repeat(times));

        // When
        List<String> problems = assertTimeout(SOON, () -> PackFixture.problems(files));

        // Then
        assertThat(problems).isNotEmpty();
        assertThat(problems.get(0)).startsWith("pack.yaml");
    }

    @Test
    void aNumberOfAMillionDigitsInAScenarioTakesNoTime() {
        // Given
        PackFiles files = PackFixture.replacing("scenarios/first.yaml", "id: S,", "id: " + "9".repeat(1_000_000) + ",");

        // When
        List<String> problems = assertTimeout(SOON, () -> PackFixture.problems(files));

        // Then
        assertThat(problems).isEmpty();
    }
}
