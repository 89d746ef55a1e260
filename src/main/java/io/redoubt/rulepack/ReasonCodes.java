package io.redoubt.rulepack;

import io.redoubt.rulepack.Aggregation.Baseline;
import java.util.List;
import java.util.Optional;

/**
 * Which characteristics of a scorecard are given as reasons. A characteristic is what one table says about one fact.
 *
 * @param top how many reasons at most; 0 for none
 * @param baselines score of each table to compare with; only where reasons are ranked against these
 */
public record ReasonCodes(int top, Against against, List<Baseline> baselines) {
    public static final ReasonCodes NONE = new ReasonCodes(0, Against.BEST, List.of());

    public ReasonCodes {
        baselines = List.copyOf(baselines);
    }

    public Optional<Operand.Literal> baseline(String table) {
        return baselines.stream()
                .filter(baseline -> baseline.table().equals(table))
                .map(Baseline::score)
                .findFirst();
    }
}
