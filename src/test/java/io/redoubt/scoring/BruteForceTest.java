package io.redoubt.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.RandomCatalogueFixture;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.scoring.Clearance.Status;
import io.redoubt.scoring.drools.DroolsEvaluator;
import io.redoubt.shared.Points;
import io.redoubt.shared.RandomFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Whatever the missing evidence turns out to be, the rating lies between the two ends that were stated before. Shown on
 * small packs by trying every way of filling the gaps: all answers at all levels of verification, all flags and codes,
 * and for numbers a value at, between and beyond the limits that rules compare with.
 *
 * <p>Two things are no gap of a supplier's evidence and stay out. An entry that nobody has listed yet, where a rule
 * makes points for each single entry: there may be any number of them. And an excuse given by the buyer in place of
 * evidence that has lapsed.
 */
class BruteForceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final int PACKS = 600;
    private static final int SUPPLIERS = 4;

    private final FactCatalogue catalogue = RandomCatalogueFixture.small();
    private final Tightness tightness = new Tightness();

    @Test
    void every_completion_lies_within_the_stated_ends(TestReporter reporter) {
        for (int i = 0; i < PACKS * SUPPLIERS; i += SUPPLIERS) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("pack " + i);
            EffectivePack pack = SmallPackFixture.pack(catalogue, random, DAY);
            Rater rater = new Rater(pack, catalogue, new DroolsEvaluator(pack.rules()));
            for (int j = 0; j < SUPPLIERS; j++) {
                GapFixture supplier = GapFixture.supplier(DAY, random.branch("supplier " + j));
                RatingDetail stated = rater.rate(supplier.incomplete()).detail();
                // When
                List<SupplierFacts> completions = supplier.completions();
                List<RatingOutcome> outcomes = rater.rateAll(completions);
                // Then
                for (int k = 0; k < completions.size(); k++) {
                    RatingDetail completed = outcomes.get(k).detail();
                    String broken = broken(stated, completed, isComplete(completions.get(k)));
                    if (!broken.isEmpty()) {
                        assertThat(broken)
                                .as(
                                        "%s supplier %d %s\n%s\n%s\n%s\n%s",
                                        random,
                                        j,
                                        broken,
                                        pack.pack().tables(),
                                        pack.rules(),
                                        supplier.incomplete(),
                                        completions.get(k))
                                .isEmpty();
                    }
                }
                tightness.add(stated, outcomes);
            }
        }
        reporter.publishEntry(tightness.entries());
    }

    /** Who owns a supplier that does not say so stays open however much else is filled. */
    private static boolean isComplete(SupplierFacts facts) {
        return facts.ownership().disclosed().orElse(false);
    }

    /** In what the completed rating leaves the stated one; empty where it keeps to it. */
    private static String broken(RatingDetail stated, RatingDetail completed, boolean complete) {
        StringBuilder broken = new StringBuilder();
        Map<String, Function<RatingDetail, Figure>> figures = Map.of(
                "control", RatingDetail::control, "location", RatingDetail::location, "overall", RatingDetail::overall);
        figures.forEach((name, figure) -> {
            if (!inside(figure.apply(completed), figure.apply(stated))) {
                broken.append(name)
                        .append(" leaves ")
                        .append(exact(figure.apply(stated)))
                        .append(" for ")
                        .append(exact(figure.apply(completed)))
                        .append("; ");
            }
            if (complete
                    && !figure.apply(completed)
                            .best()
                            .exact()
                            .equals(figure.apply(completed).worst().exact())) {
                broken.append(name).append(" is not complete; ");
            }
        });
        stated.clearances().forEach((workClass, before) -> {
            Clearance after = completed.clearances().getOrDefault(workClass, before);
            if (before.status() != Status.UNPROVEN && after.status() != before.status()) {
                broken.append(workClass)
                        .append(" was ")
                        .append(before)
                        .append(", is ")
                        .append(after)
                        .append("; ");
            }
        });
        return broken.toString();
    }

    private static boolean inside(Figure inner, Figure outer) {
        return outer.best().exact().compareTo(inner.best().exact()) <= 0
                && inner.worst().exact().compareTo(outer.worst().exact()) <= 0;
    }

    private static List<Points> exact(Figure figure) {
        return List.of(figure.best().exact(), figure.worst().exact());
    }

    /** How much wider the stated interval of control risk is than it has to be; counted, not judged. */
    private static final class Tightness {
        private int suppliers;
        private int completions;
        private int certain;
        private int tight;
        private int needlesslyWide;
        private int unproven;
        private int needlesslyUnproven;

        void add(RatingDetail stated, List<RatingOutcome> outcomes) {
            suppliers++;
            completions += outcomes.size();
            Points best = stated.control().best().exact();
            Points worst = stated.control().worst().exact();
            List<Points> found = outcomes.stream()
                    .map(outcome -> outcome.detail().control().worst().exact())
                    .sorted()
                    .toList();
            if (best.equals(worst)) {
                certain++;
            } else if (best.equals(found.get(0)) && worst.equals(found.get(found.size() - 1))) {
                tight++;
            } else {
                needlesslyWide++;
            }
            for (WorkClass workClass : WorkClass.all()) {
                List<Status> after = outcomes.stream()
                        .map(outcome -> status(outcome.detail(), workClass))
                        .distinct()
                        .toList();
                boolean open = status(stated, workClass) == Status.UNPROVEN;
                unproven += open ? 1 : 0;
                needlesslyUnproven += open && after.size() == 1 && after.get(0) != Status.UNPROVEN ? 1 : 0;
            }
        }

        private static Status status(RatingDetail detail, WorkClass workClass) {
            Clearance clearance = detail.clearances().get(workClass);
            return clearance == null ? Status.UNPROVEN : clearance.status();
        }

        Map<String, String> entries() {
            return Map.of(
                    "suppliers", String.valueOf(suppliers),
                    "completions", String.valueOf(completions),
                    "width 0", String.valueOf(certain),
                    "tight", String.valueOf(tight),
                    "wider than needed", String.valueOf(needlesslyWide),
                    "unproven", String.valueOf(unproven),
                    "needlessly unproven", String.valueOf(needlesslyUnproven));
        }
    }
}
