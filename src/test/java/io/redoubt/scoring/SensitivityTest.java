package io.redoubt.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.policy.Methodology;
import io.redoubt.rulepack.RulePack;
import io.redoubt.scoring.RatingOutcome.Rated;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import io.redoubt.scoring.files.WeightsJson;
import io.redoubt.shared.Share;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How much of a rating hangs on the weights, on the scenarios of the example questionnaire. */
class SensitivityTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static Methodology questionnaire;
    private static List<SupplierFacts> suppliers;

    @BeforeAll
    static void readTheQuestionnaire() throws Exception {
        questionnaire = Methodology.read(Path.of("data"), Path.of("rules/examples/questionnaire"));
        SupplierFactsReader reader = new SupplierFactsReader(questionnaire.catalogue());
        suppliers = new ArrayList<>();
        for (var scenario : questionnaire.pack().scenarios()) {
            suppliers.add(questionnaire.complete(reader.read(SupplierFile.parse(scenario.facts())), scenario.asOf()));
        }
    }

    @Test
    void every_sample_is_a_whole_within_a_fifth_of_the_weights() {
        // Given
        RulePack pack = questionnaire.pack();

        // When
        List<List<Share>> samples = new Sensitivity(pack).weights();

        // Then: 0.8 of one seventh against 1.2 of six at the least, and the other way round
        assertThat(samples).hasSize(200);
        assertThat(samples).allSatisfy(weights -> {
            assertThat(weights.stream().mapToLong(Share::ppm).sum()).isEqualTo(1_000_000);
            assertThat(weights).allSatisfy(weight -> assertThat(weight.ppm()).isBetween(99_999L, 200_001L));
        });
    }

    @Test
    void the_same_seed_draws_the_same_samples_in_every_thread() {
        // Given
        List<List<Share>> once = new Sensitivity(questionnaire.pack()).weights();

        // When
        List<List<List<Share>>> again = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> new Sensitivity(questionnaire.pack()).weights())
                .toList();

        // Then
        assertThat(again).allSatisfy(samples -> assertThat(samples).isEqualTo(once));
    }

    @Test
    void a_band_that_every_weight_gives_never_changes() throws Exception {
        // Given: 100 in every domain
        SupplierFacts best = suppliers.get(0);

        // When
        RatingDetail detail = questionnaire.rater(DAY).rate(best).detail();

        // Then
        Sensitivity.Result result = detail.sensitivity().orElseThrow();
        assertThat(result.changed()).isZero();
        assertThat(result.bands()).containsExactly(java.util.Map.entry("GOOD", 200));
        assertThat(detail.alternatives())
                .singleElement()
                .extracting(Alternative::badge)
                .isEqualTo("GOOD");
    }

    /** Legal at 25 of 100 weighs 1 of 7, but 2 of 13 by question: (50 + 1100) ÷ 13 = 88.46, shown as 88 to 89. */
    @Test
    void another_set_of_weights_gives_its_own_figure() throws Exception {
        // When
        RatingDetail detail = questionnaire.rater(DAY).rate(suppliers.get(3)).detail();

        // Then
        Figure overall = detail.alternatives().get(0).overall();
        assertThat(overall.worst().headline()).isEqualTo(88);
        assertThat(overall.best().headline()).isEqualTo(89);
        assertThat(detail.overall().worst().headline()).isEqualTo(89);
    }

    @Test
    void a_portfolio_counted_in_parts_is_the_one_counted_whole() throws Exception {
        // Given
        List<RatingOutcome> outcomes = questionnaire.rater(DAY).rateAll(suppliers);
        BandChanges whole = BandChanges.of(questionnaire.pack(), outcomes);

        // When
        BandChanges parts = BandChanges.of(questionnaire.pack(), outcomes.subList(0, 3));
        parts = WeightsJson.bandChanges(WeightsJson.write(parts));
        for (RatingOutcome outcome : outcomes.subList(3, outcomes.size())) {
            parts = parts.plus(outcome);
        }

        // Then
        assertThat(parts).isEqualTo(whole);
        assertThat(whole.rated()).isEqualTo((int)
                outcomes.stream().filter(Rated.class::isInstance).count());
    }
}
