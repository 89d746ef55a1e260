package io.redoubt.rulepack.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.redoubt.rulepack.files.PackDifference.Change;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each change of a pack is told as the cells that it changed, and nothing else. */
class PackDifferenceTest {
    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '¦', textBlock = """
            tables/answers.csv ¦ LEGAL,60      ¦ LEGAL,55      ¦ LEG-01 points: 60 → 55
            tables/answers.csv ¦ PARTIAL | NO  ¦ PARTIAL       ¦ LEG-02 Answer.value in: PARTIAL | NO → PARTIAL
            tables/answers.csv ¦ Sign.         ¦ ''            ¦ LEG-01 remediation: Sign. →
            tables/answers.csv ¦ LEG-02        ¦ LEG-03        ¦ LEG-03 id: → LEG-03 and 10 more; LEG-02 id: LEG-02 → and 10 more
            parameters/limits.yaml ¦ value: 30 ¦ value: 45     ¦ limit values.2026-01-01.value: 30 → 45
            parameters/limits.yaml ¦ value: 30, citation: law } ¦ value: 30, citation: law }\\n    - { from: "2026-07-01", value: 20, citation: law } ¦ limit values.2026-07-01.from: → 2026-07-01; limit values.2026-07-01.value: → 20; limit values.2026-07-01.citation: → law
            citations.yaml     ¦ A state       ¦ Two states    ¦ law publisher: A state → Two states
            pack.yaml          ¦ upTo: 50      ¦ upTo: 51      ¦ LOW bands.upTo: 50 → 51
            pack.yaml          ¦ version: "1.0" ¦ version: "1.1" ¦  version: 1.0 → 1.1
            pack.yaml          ¦ coverageFloor: 60 ¦ coverageFloor: 61 ¦ thresholds.coverageFloor: 60 → 61
            pack.yaml          ¦ subject: Answer, policy: FIRST ¦ subject: Answer, policy: ALL ¦ tables/answers.csv tables.policy: FIRST → ALL
            scenarios/first.yaml ¦ band: LOW   ¦ band: HIGH    ¦ A supplier without an agreement expect.band: LOW → HIGH
            """)
    void aCellIsToldByItsItemAndPart(String path, String piece, String other, String told) {
        // Given
        PackFiles after = PackFixture.replacing(path, piece, other.replace("\\n", "\n"));

        // When
        List<Change> changes =
                PackDifference.between(PackFixture.files(), after).changes();

        // Then
        assertThat(changes).allSatisfy(change -> assertThat(change.file()).isEqualTo(path));
        assertThat(tell(changes)).isEqualTo(told.strip());
    }

    /** However a rule is laid out, what its author changed is told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule \"AB-01\" when Supplier() then points( 5 ); end\n",
                "  rule \"AB-01\"\nwhen Supplier()\nthen points( 5 );\nend\n",
                "rule 'AB-01'\nwhen Supplier()\nthen points( 5 );\nend\n",
                "rule \"AB-01\"\n@title(\"The\nend of it\")\nwhen Supplier()\nthen points( 5 );\nend\n",
                "rule \"AB-01\"\nwhen Supplier()\nthen points( 5 );\nend\n/*\nrule \"AB-01\"\nend\n*/\n",
                "// points( 5 )\nrule \"AB-01\"\nwhen Supplier()\nthen points( 1 );\nend\n"
            })
    void whatChangesInSafeDrlIsTold(String text) {
        PackFiles before = new PackFiles(new TreeMap<>(Map.of("logic/more.drl", text)));
        PackFiles after =
                new PackFiles(new TreeMap<>(Map.of("logic/more.drl", text.replace("points( 5 )", "points( 50 )"))));

        assertThat(PackDifference.between(before, after).changes())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before()).contains("points( 5 )");
                    assertThat(change.after()).contains("points( 50 )");
                });
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            [ { question: A, value: x }, { question: A, value: y } ] | [ { question: A, value: z }, { question: A, value: y } ] | A value: x → z
            [ { question: A, value: x }, { question: A, value: y } ] | [ { question: A, value: x }, { question: A, value: z } ] | A 2 value: y → z
            [ { id: a }, { id: b } ] | [ { id: b }, { id: a } ] | (order): a b → b a
            [ { id: a }, { id: b } ] | [ { id: a }, { id: c }, { id: b } ] | c id:  → c
            """)
    void entriesOfOneNameAndTheirOrderAreTold(String one, String other, String told) {
        PackFiles before = new PackFiles(new TreeMap<>(Map.of("scenarios/a.yaml", one)));
        PackFiles after = new PackFiles(new TreeMap<>(Map.of("scenarios/a.yaml", other)));

        assertThat(PackDifference.between(before, after).changes())
                .singleElement()
                .satisfies(change -> assertThat(
                                (change.item() + " " + change.part() + ": " + change.before() + " → " + change.after())
                                        .replace('\n', ' ')
                                        .strip())
                        .isEqualTo(told.strip()));
    }

    @Test
    void aTextOfNothingButBeginningsIsComparedSoon() {
        PackFiles before = new PackFiles(new TreeMap<>(Map.of("logic/more.drl", "rule \"\"\n".repeat(400_000))));
        PackFiles after = new PackFiles(new TreeMap<>(Map.of("CHANGELOG.md", "# a\nb\n".repeat(400_000))));

        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(PackDifference.between(before, after).changes())
                        .isNotEmpty());
    }

    @Test
    void aChangelogIsToldByItsHeadings() {
        // Given
        PackFiles before = new PackFiles(new TreeMap<>(Map.of("CHANGELOG.md", "# Changes\n\n## 1.0\n\nThe first.\n")));
        PackFiles after = new PackFiles(new TreeMap<>(
                Map.of("CHANGELOG.md", "# Changes\n\n## 1.1\n\nA lower limit.\n\n## 1.0\n\nThe very first.\n")));

        // When
        List<Change> changes = PackDifference.between(before, after).changes();

        // Then
        assertThat(changes)
                .containsExactly(
                        new Change("CHANGELOG.md", "1.1", "text", "", "## 1.1\n\nA lower limit."),
                        new Change("CHANGELOG.md", "1.0", "text", "## 1.0\n\nThe first.", "## 1.0\n\nThe very first."));
    }

    /** The changes of an item that came or went as its first cell and how many more. */
    private static String tell(List<Change> changes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            int more = 0;
            while (change.part().equals("id")
                    && i + 1 < changes.size()
                    && changes.get(i + 1).item().equals(change.item())) {
                more++;
                i++;
            }
            String line = (change.item() + " " + change.part() + ": " + change.before() + " → " + change.after())
                    .replace(":  →", ": →")
                    .strip();
            text.append(text.isEmpty() ? "" : "; ").append(line).append(more > 0 ? " and " + more + " more" : "");
        }
        return text.toString();
    }

    @Test
    void rowsInAnotherOrderAreOneChange() {
        // Given
        String[] lines = PackFixture.ANSWERS.split("\n", -1);
        PackFiles after = PackFixture.with("tables/answers.csv", lines[0] + "\n" + lines[2] + "\n" + lines[1] + "\n");

        // When
        PackDifference difference = PackDifference.between(PackFixture.files(), after);

        // Then
        assertThat(difference.changes())
                .containsExactly(new Change("tables/answers.csv", "", "order", "LEG-01 LEG-02", "LEG-02 LEG-01"));
    }

    @Test
    void aWrittenRuleIsComparedByItsName() {
        // Given
        String second = PackFixture.LOGIC.replace("LEG-10", "LEG-11");
        PackFiles before = PackFixture.with("logic/more.drl", PackFixture.LOGIC + second);
        PackFiles after = PackFixture.with("logic/more.drl", PackFixture.LOGIC + second.replace("5", "7"));

        // When
        PackDifference difference = PackDifference.between(before, after);

        // Then
        assertThat(difference.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.item() + change.part()).isEqualTo("LEG-11text"))
                .satisfies(change -> assertThat(change.after()).contains("points( 7 )"));
    }

    @Test
    void whatCannotBeReadIsComparedAsAWhole() {
        // Given
        PackFiles after = PackFixture.with("tables/answers.csv", "id,id\n\"");

        // When
        PackDifference difference = PackDifference.between(PackFixture.files(), after);

        // Then
        assertThat(difference.changes())
                .anySatisfy(change ->
                        assertThat(change).isEqualTo(new Change("tables/answers.csv", "", "text", "", "id,id\n\"")));
        assertThat(PackDifference.between(after, after).changes()).isEmpty();
    }
}
