package io.redoubt.rulepack.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.Against;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.Weighting;
import io.redoubt.shared.Share;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pack says about adding up is read, or refused at its place. */
class AggregationFilesTest {
    private static final String SECTION = """
            aggregation:
              domains: SUM
              figure: WEIGHTED_MEAN
              scale: { from: 0, to: 100, risk: HIGH }
              reasons: { top: 3, against: BASELINE, baselines: { answers: 30, more: 2.5 } }
            weights:
              - { id: other, title: Other, rationale: Because., citation: law, domains: { LEGAL: 2 } }
            sensitivity: { seed: 7, samples: 50 }
            thresholds:""";

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '¦', textBlock = """
                    domains: SUM       ¦ domains: MEAN     ¦ pack.yaml:7:3 The domains (MEAN) must be one of [SUM, RATIO].
                    figure: WEIGHTED_MEAN ¦ figure: MAX    ¦ pack.yaml:8:3 The figure (MAX) must be one of [WEIGHTED_MEAN, SUM].
                    risk: HIGH         ¦ risk: UP          ¦ pack.yaml:9:30 The risk (UP) must be one of [HIGH, LOW].
                    to: 100,           ¦ to: 90,           ¦ pack.yaml:22:1 The last band must end at 90.
                    from: 0,           ¦ from: 60,         ¦ pack.yaml:20:58 The points (0) must lie between 60 and 100.
                    to: 100,           ¦ to: 0,            ¦ pack.yaml:9:21 The scale (0 to 0) must rise and lie within
                    to: 100,           ¦ to: 50000,        ¦ pack.yaml:9:21 The scale (0 to 50000) must rise and lie within
                    top: 3             ¦ top: 0            ¦ pack.yaml:10:14 The number of reasons (0) must lie between 1 and 20.
                    against: BASELINE  ¦ against: BEST     ¦ pack.yaml:10:37 The baselines must stand only where reasons
                    answers: 30        ¦ sites: 30, answers: 30 ¦ pack.yaml:6:1 The baseline score must be that of a table with points
                    answers: 30,       ¦                   ¦ pack.yaml:26:5 The table (answers) must have a baseline score
                    answers: 30        ¦ answers: 300      ¦ pack.yaml:10:54 The baseline score (300) of answers must lie between
                    citation: law, d   ¦ citation: lore, d ¦ pack.yaml:11:1 The citation (lore) of the weights (other) must be
                    LEGAL: 2           ¦ LAW: 2, LEGAL: 2  ¦ pack.yaml:12:79 The key (LAW) must be one of LEGAL.
                    LEGAL: 2           ¦ LEGAL: -1         ¦ pack.yaml:12:79 The weight (-1) of LEGAL in the set (other) must be
                    samples: 50        ¦ samples: 50000    ¦ pack.yaml:13:25 The samples (50000) must lie between 0 and 10000.
                    figure: WEIGHTED_MEAN ¦ figure: SUM    ¦ pack.yaml:16:3 The floorAllowance must be left out where the figure
                    domains: SUM       ¦ domains: RATIO    ¦ pack.yaml:20:58 The baseline must be left out where domains are ratios
                    """)
    void aPieceIsRefusedAtItsPlace(String piece, String other, String why) {
        // Given
        String manifest = PackFixture.MANIFEST.replace("thresholds:", SECTION);
        assertThat(manifest).contains(piece);

        // When
        List<String> problems = PackFixture.problems(
                PackFixture.with("pack.yaml", manifest.replace(piece, other == null ? "" : other)));

        // Then
        assertThat(problems).anySatisfy(problem -> assertThat(problem).startsWith(why));
    }

    @Test
    void everythingThatIsDeclaredIsRead() throws Exception {
        // When
        RulePack pack =
                PackFixture.read(PackFixture.with("pack.yaml", PackFixture.MANIFEST.replace("thresholds:", SECTION)));

        // Then
        assertThat(pack.aggregation().reasons().top()).isEqualTo(3);
        assertThat(pack.aggregation().reasons().against()).isEqualTo(Against.BASELINE);
        assertThat(pack.aggregation().reasons().baseline("more").orElseThrow().value())
                .isEqualTo(2_500_000);
        assertThat(pack.weighting().seed()).isEqualTo(7);
        assertThat(pack.weighting().samples()).isEqualTo(50);
        assertThat(pack.weighting().sets())
                .singleElement()
                .extracting(Weighting.WeightSet::weights)
                .isEqualTo(List.of(Share.WHOLE));
    }

    @Test
    void aPackThatDeclaresTheUsualKeepsItsHash() throws Exception {
        // Given
        String usual =
                "aggregation: { domains: SUM, figure: WEIGHTED_MEAN }\nsensitivity: { seed: 62443, samples: 200 }\n";
        String before = PackFixture.read(PackFixture.files()).hash();

        // When
        String after = PackFixture.read(PackFixture.with("pack.yaml", PackFixture.MANIFEST + usual))
                .hash();

        // Then
        assertThat(after).isEqualTo(before);
    }

    @Test
    void aPackWithoutALocationNeedsNoShareOfOne() {
        // Given
        String manifest = PackFixture.MANIFEST
                .replace("  - { id: PLACE, title: Place, figure: LOCATION, weight: 1, baseline: 0 }\n", "")
                .replace("  - { file: tables/sites.csv, subject: Site, policy: ALL, description: Sites. }\n", "");
        PackFiles files = PackFixture.without("tables/sites.csv");

        // When
        List<String> with = PackFixture.problems(PackFixture.with(files, "pack.yaml", manifest));
        List<String> without = PackFixture.problems(
                PackFixture.with(files, "pack.yaml", manifest.replace("locationShare: 25", "locationShare: 0")));

        // Then
        assertThat(with)
                .containsExactly("pack.yaml:11:1 The pack must have a domain of the figure LOCATION.\nMaybe set"
                        + " locationShare to 0.");
        assertThat(without).isEmpty();
    }
}
