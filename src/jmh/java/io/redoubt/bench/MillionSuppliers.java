package io.redoubt.bench;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.scoring.Rater;
import io.redoubt.scoring.RatingOutcome;
import io.redoubt.scoring.drools.DroolsEvaluator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Rates suppliers batch by batch in a small heap and prints what is left of it after a collection: it must not grow
 * with the suppliers that went through. The suppliers are made on the way, which is in the times.
 */
public final class MillionSuppliers {
    /** Heap that the run is to have. */
    static final String HEAP = "-Xmx256m";

    private static final int MANY = 1_000_000;
    private static final int SHORT = 50_000;
    private static final int STEPS = 10;
    private static final int BATCH = 500;
    private static final int FINDINGS = 5;
    private static final int MEBIBYTE = 1 << 20;
    private static final long SEED = 20_261_122L;

    private final Rater rater;
    private final SupplierMaker maker = new SupplierMaker(new Random(SEED), FINDINGS, FindingsTable.DAY);

    private MillionSuppliers() {
        FindingsTable table = new FindingsTable();
        EffectivePack pack = SyntheticPack.of(table.typedRules(), FindingsTable.DAY);
        this.rater = new Rater(pack, table.catalogue(), new DroolsEvaluator(pack.rules()));
    }

    /** Rates and prints. */
    public static void main(String[] args) {
        Logging.quiet();
        int suppliers = Boolean.getBoolean("bench.short") ? SHORT : MANY;
        System.out.printf(
                Locale.ROOT,
                """
                %,d suppliers with %d findings under %d rules, one core, heap of at most %d MiB:

                | suppliers | used heap after a collection | suppliers per second |
                |---:|---:|---:|
                """,
                suppliers,
                FINDINGS,
                FindingsTable.RULES,
                Runtime.getRuntime().maxMemory() / MEBIBYTE);
        new MillionSuppliers().run(suppliers);
    }

    private void run(int suppliers) {
        int step = suppliers / STEPS;
        for (int done = 0; done < suppliers; done += step) {
            long start = System.nanoTime();
            for (int from = done; from < done + step; from += BATCH) {
                rate(from);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT, "| %,d | %.1f MiB | %,.0f |%n", done + step, usedMebibytes(), step / seconds);
        }
    }

    private void rate(int from) {
        List<SupplierFacts> batch =
                IntStream.range(from, from + BATCH).mapToObj(maker::supplier).toList();
        List<RatingOutcome> outcomes = rater.rateAll(batch);
        if (outcomes.size() != BATCH) {
            throw new IllegalStateException("Every supplier must have an outcome.");
        }
    }

    private static double usedMebibytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / (double) MEBIBYTE;
    }
}
