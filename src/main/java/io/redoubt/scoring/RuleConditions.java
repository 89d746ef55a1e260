package io.redoubt.scoring;

import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.AnyOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Rule;
import io.redoubt.shared.Truth;
import java.util.BitSet;
import java.util.List;

/**
 * The comparisons of one rule by their places in it, and which of them decided on some fact: the rule would have said
 * otherwise if that comparison alone, wherever it is written, had come out the other way.
 */
final class RuleConditions {
    private final Rule rule;
    private final List<Comparison> comparisons;
    /** By place of a comparison, the first that is written like it: they come out alike. */
    private final int[] first;

    private final Part whole;

    /**
     * Whether every comparison must hold: then none decides where two fail or one is open, and where one fails no other
     * does, so that most rows are done with at the first look.
     */
    private final boolean conjunction;

    private final BitSet met = new BitSet();
    private final BitSet missed = new BitSet();

    /** A condition over what its comparisons came to. */
    private interface Part {
        Truth of(Truth[] truths);
    }

    RuleConditions(Rule rule) {
        this.rule = rule;
        this.comparisons = rule.when().comparisons().toList();
        this.first = comparisons.stream().mapToInt(comparisons::indexOf).toArray();
        this.whole = part(rule.when());
        this.conjunction =
                rule.when() instanceof AllOf all && all.parts().stream().allMatch(Comparison.class::isInstance);
    }

    private Part part(Condition condition) {
        if (condition instanceof Comparison comparison) {
            int place = comparisons.indexOf(comparison);
            return truths -> truths[place];
        }
        boolean all = condition instanceof AllOf;
        List<Condition> conditions = all ? ((AllOf) condition).parts() : ((AnyOf) condition).parts();
        List<Part> parts = conditions.stream().map(this::part).toList();
        return truths -> {
            Truth truth = all ? Truth.TRUE : Truth.FALSE;
            for (Part part : parts) {
                truth = all ? truth.and(part.of(truths)) : truth.or(part.of(truths));
            }
            return truth;
        };
    }

    /** Whether the comparison at a place came out so where it decided. */
    boolean decided(int place, Truth truth) {
        return (truth == Truth.TRUE ? met : missed).get(place);
    }

    /** Notes what decided in the same rule elsewhere. */
    RuleConditions plus(RuleConditions other) {
        met.or(other.met);
        missed.or(other.missed);
        return this;
    }

    /** Notes what decides on a row of the rule's subject. */
    void add(FactRow row) {
        Truth[] truths = new Truth[first.length];
        int failing = -1;
        for (int i = 0; i < first.length; i++) {
            if (first[i] < i) {
                truths[i] = truths[first[i]];
                continue;
            }
            truths[i] = Interpreter.compare(comparisons.get(i), rule, row);
            if (conjunction && truths[i] != Truth.TRUE) {
                if (truths[i] == Truth.MAYBE || failing >= 0 || missed.get(i)) {
                    return;
                }
                failing = i;
            }
        }
        for (int i = 0; i < first.length; i++) {
            if (truths[i] != Truth.MAYBE && decides(first[i], truths)) {
                (truths[i] == Truth.TRUE ? met : missed).set(i);
            }
        }
    }

    private boolean decides(int place, Truth[] truths) {
        Truth found = truths[place];
        truths[place] = Truth.TRUE;
        boolean fires = whole.of(truths) == Truth.TRUE;
        truths[place] = Truth.FALSE;
        boolean decides = fires && whole.of(truths) == Truth.FALSE;
        truths[place] = found;
        return decides;
    }
}
