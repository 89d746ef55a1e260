package io.redoubt.bench;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.scoring.FactDerivation;
import io.redoubt.scoring.FactSet;
import io.redoubt.scoring.PackInputs;
import io.redoubt.scoring.Rater;
import io.redoubt.scoring.RatingOutcome;
import io.redoubt.scoring.RuleEvaluator;
import io.redoubt.scoring.files.FactsException;
import io.redoubt.scoring.files.FactsSnapshot;
import io.redoubt.scoring.files.OutcomeJson;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Does the stages one after the other over a batch and takes the processor time of each. Judging is not to be had
 * alone: it is a whole rating less derivation and evaluation.
 */
final class StagedWork {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final EffectivePack pack;
    private final RuleEvaluator evaluator;
    private final Rater rater;
    private final FactDerivation derivation;
    private final SupplierFactsReader reader;
    private final List<String> stored;

    /** @param suppliers what is stored */
    StagedWork(EffectivePack pack, FactCatalogue catalogue, RuleEvaluator evaluator, List<SupplierFacts> suppliers) {
        this.pack = pack;
        this.evaluator = evaluator;
        this.rater = new Rater(pack, catalogue, evaluator);
        this.derivation = new FactDerivation(catalogue, PackInputs.of(pack, catalogue));
        this.reader = new SupplierFactsReader(catalogue);
        this.stored =
                suppliers.stream().map(facts -> FactsSnapshot.of(facts).json()).toList();
    }

    /** Microseconds of each stage for one supplier, in one pass. */
    Map<Stage, Double> pass() {
        Map<Stage, Double> times = new EnumMap<>(Stage.class);
        List<SupplierFacts> facts = timed(times, Stage.READ, this::read);
        List<FactSet> rows = timed(
                times,
                Stage.DERIVE,
                () -> facts.stream().map(f -> derivation.derive(f, pack.day())).toList());
        timed(times, Stage.EVALUATE, () -> {
            evaluator.evaluate(rows);
            return rows;
        });
        List<RatingOutcome> outcomes = timed(times, Stage.JUDGE, () -> rater.rateAll(facts));
        times.compute(
                Stage.JUDGE,
                (stage, whole) -> value(times, stage) - value(times, Stage.DERIVE) - value(times, Stage.EVALUATE));
        timed(times, Stage.SNAPSHOT, () -> facts.stream().map(FactsSnapshot::of).toList());
        timed(
                times,
                Stage.WRITE,
                () -> outcomes.stream()
                        .map(outcome -> OutcomeJson.write(outcome, pack.pack()).toString())
                        .toList());
        return times;
    }

    private static double value(Map<Stage, Double> times, Stage stage) {
        return times.getOrDefault(stage, 0.0);
    }

    private List<SupplierFacts> read() {
        List<SupplierFacts> facts = new ArrayList<>(stored.size());
        for (String text : stored) {
            try {
                facts.add(FactsSnapshot.read(SupplierFile.parse(text), reader));
            } catch (FactsException e) {
                throw new IllegalStateException("A stored supplier must be readable.", e);
            }
        }
        return facts;
    }

    private <T> T timed(Map<Stage, Double> times, Stage stage, Supplier<T> work) {
        long before = CLOCK.getCurrentThreadCpuTime();
        T made = work.get();
        times.put(stage, (CLOCK.getCurrentThreadCpuTime() - before) / 1e3 / stored.size());
        return made;
    }
}
