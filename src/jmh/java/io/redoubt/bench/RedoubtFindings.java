package io.redoubt.bench;

import io.redoubt.scoring.FactSet;
import io.redoubt.scoring.RuleEvaluator;
import java.util.List;

/** The product's evaluator over derived rows. */
final class RedoubtFindings implements Engine {
    private final FindingsTable table;
    private final RuleEvaluator evaluator;
    private List<FactSet> facts = List.of();

    RedoubtFindings(FindingsTable table, RuleEvaluator evaluator) {
        this.table = table;
        this.evaluator = evaluator;
    }

    @Override
    public void prepare() {
        facts = table.facts();
    }

    @Override
    public int[] totals() {
        evaluator.evaluate(facts);
        return facts.stream().mapToInt(set -> Tally.of(set.trail()).take()).toArray();
    }
}
