package io.redoubt.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The stages as a Markdown table. Times are processor time of the one thread that works, the median of many passes, so
 * that other processes on the machine count little; what collects garbage runs beside it and is not in them.
 */
final class StageTable {
    private static final int WARM_UPS = 30;
    private static final int SHORT_WARM_UPS = 8;
    private static final int PASSES = 30;
    private static final int SHORT_PASSES = 5;

    private final Map<Stage, Double> medians = new EnumMap<>(Stage.class);

    StageTable(StagedWork work, boolean quick) {
        for (int i = 0; i < (quick ? SHORT_WARM_UPS : WARM_UPS); i++) {
            work.pass();
        }
        List<Map<Stage, Double>> passes = new ArrayList<>();
        for (int i = 0; i < (quick ? SHORT_PASSES : PASSES); i++) {
            passes.add(work.pass());
        }
        for (Stage stage : Stage.values()) {
            double[] sorted = passes.stream()
                    .mapToDouble(p -> p.getOrDefault(stage, 0.0))
                    .sorted()
                    .toArray();
            medians.put(stage, sorted[sorted.length / 2]);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("""
                | stage | µs per supplier (median) | of the bare rules |
                |---|---:|---:|
                """);
        for (Stage stage : Stage.values()) {
            text.append(row(stage.title(), medians.getOrDefault(stage, 0.0)));
        }
        double rating = sum(Stage.DERIVE, Stage.EVALUATE, Stage.JUDGE);
        return text.append(row("rating, facts to outcome", rating))
                .append(row("stored to stored", sum(Stage.values())))
                .toString();
    }

    private double sum(Stage... stages) {
        return Arrays.stream(stages)
                .mapToDouble(stage -> medians.getOrDefault(stage, 0.0))
                .sum();
    }

    private String row(String title, double time) {
        double ratio = time / medians.getOrDefault(Stage.EVALUATE, Double.NaN);
        return String.format(Locale.ROOT, "| %s | %.1f | %.2f× |\n", title, time, ratio);
    }
}
