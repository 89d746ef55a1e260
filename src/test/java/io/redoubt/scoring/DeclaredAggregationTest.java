package io.redoubt.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.RandomCatalogueFixture;
import io.redoubt.rulepack.Scale;
import io.redoubt.scoring.Waterfall.Step;
import io.redoubt.scoring.drools.DroolsEvaluator;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Points;
import io.redoubt.shared.RandomFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * However a pack adds up, the two ends hold every way of filling the gaps, and every waterfall adds up to its headline.
 * Shown by trying them all on small packs, with domains that leave, may leave or stay.
 */
class DeclaredAggregationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final int PACKS = 1_200;
    private static final int SUPPLIERS = 4;

    private final FactCatalogue catalogue = RandomCatalogueFixture.small();

    @Test
    void every_completion_lies_within_the_stated_ends(TestReporter reporter) {
        int completed = 0;
        int left = 0;
        for (int i = 0; i < PACKS; i++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("declared " + i);
            EffectivePack pack = DeclaredPackFixture.pack(catalogue, random, DAY);
            Rater rater = new Rater(pack, catalogue, new DroolsEvaluator(pack.rules()));
            for (int j = 0; j < SUPPLIERS; j++) {
                GapFixture supplier = GapFixture.supplier(DAY, random.branch("supplier " + j));
                RatingDetail stated = rater.rate(supplier.incomplete()).detail();
                List<SupplierFacts> completions = supplier.completions();
                // When
                List<RatingOutcome> outcomes = rater.rateAll(completions);
                // Then
                for (int k = 0; k < outcomes.size(); k++) {
                    RatingDetail detail = outcomes.get(k).detail();
                    completed++;
                    left += detail.left().isEmpty() ? 0 : 1;
                    boolean complete = isComplete(completions.get(k));
                    List<String> broken = broken(stated, detail, complete, pack);
                    if (!broken.isEmpty()) {
                        assertThat(broken)
                                .as(told(random, pack, supplier, completions.get(k)))
                                .isEmpty();
                    }
                }
            }
        }
        reporter.publishEntry(
                Map.of("completions", String.valueOf(completed), "with a domain left", String.valueOf(left)));
    }

    /** A question that is said not to apply stays open where no rule excuses it, and so do owners that nobody names. */
    private static boolean isComplete(SupplierFacts facts) {
        return facts.ownership().disclosed().orElse(false)
                && facts.answers().stream().noneMatch(answer -> answer.state() == FactState.NOT_APPLICABLE);
    }

    private static String told(RandomFixture random, EffectivePack pack, GapFixture supplier, SupplierFacts completed) {
        StringBuilder told = new StringBuilder(
                random + "\n" + pack.pack().aggregation() + "\n" + pack.pack().thresholds() + "\n"
                        + pack.pack().domains() + "\n" + pack.pack().tables() + "\n");
        pack.rules()
                .forEach(rule -> told.append(rule.id())
                        .append(' ')
                        .append(rule.when())
                        .append(rule.then())
                        .append('\n'));
        return told.append(supplier.incomplete().answers())
                .append(supplier.incomplete().ownership())
                .append('\n')
                .append(completed.answers())
                .append(completed.ownership())
                .toString();
    }

    private static List<String> broken(
            RatingDetail stated, RatingDetail completed, boolean complete, EffectivePack pack) {
        List<String> broken = new ArrayList<>();
        Map<String, Figure> before = figures(stated);
        figures(completed).forEach((name, figure) -> {
            Figure outer = before.getOrDefault(name, figure);
            if (!isInside(figure, outer, pack.pack().aggregation().scale())) {
                broken.add(name + " leaves " + exact(outer) + " for " + exact(figure));
            }
            if (complete && !exact(figure).get(0).equals(exact(figure).get(1))) {
                broken.add(name + " is not complete");
            }
            if (!addsUp(figure) || !addsUp(outer)) {
                broken.add(name + " does not add up");
            }
        });
        return broken;
    }

    private static Map<String, Figure> figures(RatingDetail detail) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("control", detail.control());
        figures.put("location", detail.location());
        figures.put("overall", detail.overall());
        detail.alternatives().forEach(a -> figures.put("overall by " + a.weights(), a.overall()));
        return figures;
    }

    private static boolean isInside(Figure inner, Figure outer, Scale scale) {
        return scale.byRisk().compare(outer.best().exact(), inner.best().exact()) <= 0
                && scale.byRisk().compare(inner.worst().exact(), outer.worst().exact()) <= 0;
    }

    private static List<Points> exact(Figure figure) {
        return List.of(figure.best().exact(), figure.worst().exact());
    }

    private static boolean addsUp(Figure figure) {
        return List.of(figure.best(), figure.worst()).stream()
                .allMatch(end -> end.steps().stream()
                        .map(Step::points)
                        .reduce(Points.ZERO, Points::plus)
                        .equals(Points.whole(end.headline())));
    }
}
