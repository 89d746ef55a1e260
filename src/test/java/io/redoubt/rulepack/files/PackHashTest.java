package io.redoubt.rulepack.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.policy.Methodology;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was approved is what runs: the hash names the meaning of a pack, all of it and nothing else. */
class PackHashTest {
    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '¦', textBlock = """
                    tables/answers.csv   ¦ LEG-01       ¦ LEG-03
                    tables/answers.csv   ¦ No agreement ¦ No agreement at all
                    tables/answers.csv   ¦ NDA_MISSING  ¦ NDA_ABSENT
                    tables/answers.csv   ¦ Q-NDA,NO     ¦ Q-BOOT,NO
                    tables/answers.csv   ¦ Q-NDA,NO     ¦ Q-NDA,YES
                    tables/answers.csv   ¦ value in     ¦ value not in
                    tables/answers.csv   ¦ 60           ¦ 60.000001
                    tables/answers.csv   ¦ $few         ¦ 5
                    tables/answers.csv   ¦ L-01 | L-02  ¦ L-01
                    tables/answers.csv   ¦ ACTIVE,It matters. ¦ DEPRECATED,It matters.
                    tables/answers.csv   ¦ It matters.  ¦ It matters!
                    tables/answers.csv   ¦ Sign.        ¦ Sign!
                    tables/bars.csv      ¦ */*          ¦ CRITICAL/*
                    tables/bars.csv      ¦ false        ¦ true
                    pack.yaml            ¦ weight: 1, baseline: 0 ¦ weight: 1, baseline: 1
                    pack.yaml            ¦ policy: FIRST ¦ policy: ALL
                    pack.yaml            ¦ upTo: 50     ¦ upTo: 51
                    pack.yaml            ¦ advice: Go.  ¦ advice: Stay.
                    pack.yaml            ¦ 2026-01-01   ¦ 2026-01-02
                    pack.yaml            ¦ coverageFloor: 60 ¦ coverageFloor: 60.0001
                    parameters/limits.yaml ¦ value: 30  ¦ value: 31
                    parameters/limits.yaml ¦ title: A limit ¦ title: A bound
                    citations.yaml       ¦ A state      ¦ Another state
                    logic/more.drl       ¦ points( 5 )  ¦ points( 6 )
                    logic/more.drl       ¦ ||           ¦ &&
                    scenarios/first.yaml ¦ [0, 50]      ¦ [0, 51]
                    """)
    void anyCellChangesTheHash(String path, String piece, String other) throws Exception {
        // Given
        PackFiles silent = PackFixture.replacing("scenarios/first.yaml", "fires: [LEG-01], ", "");
        PackFiles plain = PackFixture.with(
                silent, "tables/bars.csv", PackFixture.BARS.replace("LISTED_HALF_OR_MORE", "LISTED_BELOW_HALF"));
        String before = PackFixture.read(plain).hash();
        String changed = String.valueOf(plain.texts().get(path)).replace(piece, other);

        // When
        String after = PackFixture.read(PackFixture.with(plain, path, changed)).hash();

        // Then
        assertThat(after).isNotEqualTo(before).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '¦', textBlock = """
                    pack.yaml            ¦ owner: legal  ¦ # who keeps it\\n\\nowner: "legal"
                    pack.yaml            ¦ upTo: 50, bars: [], advice: Go. ¦ advice: Go., bars: [], upTo: 50
                    citations.yaml       ¦ - id: law     ¦ \\n# a law\\n- id: law
                    tables/answers.csv   ¦ LEG-02        ¦ \\n\\nLEG-02
                    tables/answers.csv   ¦ PARTIAL | NO  ¦ "PARTIAL|NO"
                    tables/answers.csv   ¦ 60            ¦ 60.0
                    logic/more.drl       ¦ when          ¦ // now\\n\\nwhen
                    logic/more.drl       ¦ points( 5 );  ¦ points(5.000);
                    scenarios/first.yaml ¦ - name:       ¦ \\n\\n- name:
                    """)
    void theWayItIsWrittenDoesNot(String path, String piece, String other) throws Exception {
        // Given
        String before = PackFixture.read(PackFixture.files()).hash();

        // When
        String after = PackFixture.read(PackFixture.replacing(path, piece, other.replace("\\n", "\n")))
                .hash();

        // Then
        assertThat(after).isEqualTo(before);
    }

    @Test
    void theOrderOfRowsIsPartOfTheMeaning() throws Exception {
        // Given
        String[] lines = PackFixture.ANSWERS.split("\n", -1);
        String before = PackFixture.read(PackFixture.files()).hash();

        // When
        String after = PackFixture.read(
                        PackFixture.with("tables/answers.csv", lines[0] + "\n" + lines[2] + "\n" + lines[1] + "\n"))
                .hash();

        // Then
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void theBaselineHasTheSameHashOnEveryReading() throws Exception {
        // Given
        Path data = Path.of("data");
        Path pack = Path.of("rules/baseline");
        String first = Methodology.read(data, pack).pack().hash();

        // When
        String second = Methodology.read(data, pack).pack().hash();

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aDeprecatedRuleIsKeptAndNotEvaluated() throws Exception {
        // Given
        PackFiles files = PackFixture.replacing("tables/answers.csv", "ACTIVE,It matters.", "DEPRECATED,It matters.");

        // When
        RulePack pack = PackFixture.read(files);

        // Then
        assertThat(pack.rules()).extracting(Rule::id).contains("LEG-01");
        assertThat(pack.on(LocalDate.of(2026, 2, 1)).rules())
                .extracting(Rule::id)
                .containsExactly("LEG-02", "LOC-01", "KO-01", "LEG-10");
    }
}
