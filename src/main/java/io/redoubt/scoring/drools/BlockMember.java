package io.redoubt.scoring.drools;

import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Rule;
import io.redoubt.shared.Truth;
import java.util.List;

/**
 * A rule in its group.
 *
 * @param number its place in the pack
 * @param parts conditions that the look-ups leave to be tested
 */
record BlockMember(int number, Rule rule, List<Condition> parts) {
    List<Comparison> comparisons() {
        return parts.stream()
                .filter(Comparison.class::isInstance)
                .map(Comparison.class::cast)
                .toList();
    }

    /** What it compares: rules that compare the same share columns best. */
    String fields() {
        return comparisons().stream()
                .map(comparison -> comparison.field().qualifiedName())
                .sorted()
                .toList()
                .toString();
    }

    RowTest alternatives() {
        return RowTest.allOf(
                parts.stream().filter(part -> !(part instanceof Comparison)).toList(),
                rule.then() instanceof Bar ? Truth.MAYBE : Truth.FALSE);
    }
}
