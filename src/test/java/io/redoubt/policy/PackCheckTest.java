package io.redoubt.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.Scenario;
import io.redoubt.rulepack.checks.Finding;
import io.redoubt.rulepack.checks.Finding.Kind;
import io.redoubt.rulepack.checks.Finding.Weight;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.shared.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a version before it is published: the example questionnaire with one piece changed. */
class PackCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String NEXT = "## 1.1.0\n\nMore.\n\n## 1.0.0";
    private static Methodology before;

    @BeforeAll
    static void read() throws Exception {
        before = Methodology.read(Path.of("data"), Path.of("rules/examples/questionnaire"));
    }

    @Test
    void theSamePackOwesNothing() throws Exception {
        // When
        PackCheck check = PackCheck.of(before, Optional.of(before), TODAY);

        // Then
        assertThat(check.mistakes()).isEmpty();
        assertThat(check.isReady()).isTrue();
        assertThat(check.count(Weight.DOUBT)).isEqualTo(1);
    }

    /** Every change but the first comes with a new version and a changelog that names it. */
    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '¦', textBlock = """
            ¦ ¦ ¦ ''
            * ¦ LEG-02 ¦ LEG-09 ¦ DELETED LEG-02
            tables/questions.csv ¦ (?m)^(LEG-02.*)ACTIVE ¦ $1DEPRECATED ¦ FAILED
            tables/questions.csv ¦ (?m)^LEG-02(.*\\n) ¦ LEG-02$1LEG-09$1 ¦ UNREACHABLE LEG-09, NEVER_FIRES LEG-09, NEVER_SILENT LEG-09
            pack.yaml ¦ id: example-questionnaire ¦ id: other ¦ OTHER_PACK
            pack.yaml ¦ version: "1.1.0" ¦ version: "1.0.0" ¦ ''
            pack.yaml ¦ (?s)version: "1.1.0"(.*)owner: legal ¦ version: "1.0.0"$1owner: security ¦ SAME_VERSION
            pack.yaml ¦ version: "1.1.0" ¦ version: "1.1" ¦ NO_CHANGELOG
            CHANGELOG.md ¦ 1\\.1\\.0 ¦ 1.1.0b ¦ NO_CHANGELOG
            scenarios/scores.yaml ¦ band: GOOD ¦ band: POOR ¦ FAILED
            scenarios/scores.yaml ¦ NA-01 ¦ LEG-02 ¦ FAILED, NEVER_FIRES NA-01, NEVER_SILENT NA-01
            """)
    void aVersionOwesToTheOneBefore(String path, String piece, String other, String expected) throws Exception {
        // Given
        SortedMap<String, String> texts = new TreeMap<>(before.files().texts());
        texts.replace("CHANGELOG.md", String.valueOf(texts.get("CHANGELOG.md")).replace("## 1.0.0", NEXT));
        texts.replace(
                "pack.yaml",
                String.valueOf(texts.get("pack.yaml")).replace("version: \"1.0.0\"", "version: \"1.1.0\""));
        if (path != null) {
            texts.replaceAll(
                    (file, text) -> path.equals("*") || path.equals(file) ? text.replaceAll(piece, other) : text);
        }

        // When
        PackCheck check = PackCheck.of(before.with(new PackFiles(texts)), Optional.of(before), TODAY);

        // Then
        List<String> mistakes = new ArrayList<>(check.findings().stream()
                .filter(finding -> finding.kind().weight() == Weight.MISTAKE)
                .map(finding -> (finding.kind() + " " + finding.rule()).strip())
                .toList());
        if (!check.scenarios().problems().isEmpty()) {
            mistakes.add(0, "FAILED");
        }
        assertThat(String.join(", ", mistakes)).isEqualTo(expected);
        assertThat(check.isReady()).isEqualTo(expected.isEmpty());
    }

    /** Of the two conditions of NA-01 only the first is ever missed alone; a scenario in which keys are made mends it. */
    @Test
    void aConditionThatNoScenarioPutsToTheTestIsNamed() throws Exception {
        // Given
        SortedMap<String, String> texts = new TreeMap<>(before.files().texts());
        texts.merge("scenarios/scores.yaml", """
                - name: "Keys are burnt in, and no firmware is made"
                  asOf: "2026-11-21"
                  facts:
                    id: "EX-9"
                    name: "EX-9"
                    sites:
                      - { id: "S1", name: "Works", country: "DEU", activities: ["KEY_PROVISIONING"] }
                  expect:
                    silent: [NA-01]
                """, String::concat);

        // When
        PackCheck plain = PackCheck.of(before, Optional.empty(), TODAY);
        PackCheck mended = PackCheck.of(before.with(new PackFiles(texts)), Optional.empty(), TODAY);

        // Then
        assertThat(plain.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.UNTESTED);
            assertThat(finding.toString())
                    .isEqualTo("tables/not_applicable.csv:2 No scenario has facts on which"
                            + " Supplier.does_key_provisioning == is all that keeps NA-01 from firing.");
        });
        assertThat(mended.findings()).extracting(Finding::kind).isEmpty();
        assertThat(mended.scenarios().covered()).isEqualTo(mended.scenarios().conditions());
    }

    /** They run on all cores, and whichever is done first must not change what is told. */
    @Test
    void failedScenariosAreToldInTheOrderOfTheFiles() throws Exception {
        // Given
        SortedMap<String, String> texts = new TreeMap<>(before.files().texts());
        String wrong = String.valueOf(texts.remove("scenarios/scores.yaml")).replace("asOf: \"2026", "asOf: \"2025");
        for (int i = 10; i < 40; i++) {
            texts.put("scenarios/copy-" + i + ".yaml", wrong);
        }
        Methodology methodology = before.with(new PackFiles(texts));

        // When
        PackCheck check = PackCheck.of(methodology, Optional.empty(), TODAY);

        // Then
        assertThat(check.scenarios().problems())
                .extracting(Problem::place)
                .isEqualTo(methodology.pack().scenarios().stream()
                        .map(Scenario::place)
                        .toList());
    }
}
