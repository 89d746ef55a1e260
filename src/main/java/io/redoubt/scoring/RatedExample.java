package io.redoubt.scoring;

import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.Rule;
import io.redoubt.shared.Truth;

/**
 * A rating, and what its rules saw: so that a worked example is derived once, whatever is asked of it.
 *
 * @param facts that the outcome came of
 */
public record RatedExample(EffectivePack pack, RatingOutcome outcome, FactSet facts) {
    /** The strongest truth of a rule over all facts; FALSE of a rule that the pack does not have on the day. */
    public Truth truth(String id) {
        for (Rule rule : pack.rules()) {
            if (rule.id().equals(id)) {
                return facts.rows().stream()
                        .map(row -> Interpreter.evaluate(rule, row))
                        .reduce(Truth.FALSE, Truth::or);
            }
        }
        return Truth.FALSE;
    }

    /** Notes which conditions of the pack the example puts to the test. */
    public void cover(ConditionCoverage conditions) {
        conditions.add(pack.rules(), facts);
    }
}
