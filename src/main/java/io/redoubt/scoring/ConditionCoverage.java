package io.redoubt.scoring;

import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.AnyOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Rule;
import io.redoubt.shared.Truth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which conditions worked examples have put to the test: a condition decides on a fact where the rule would say otherwise
 * if it alone came out the other way. One that was met and decided, and missed and decided, is covered; a limit written
 * wrongly in a condition that never decides would show in no example.
 */
public final class ConditionCoverage {
    /** By rule and place of the comparison in it, how it came out where it decided. */
    private final Map<Key, Set<Truth>> decided = new HashMap<>();

    private record Key(String rule, int comparison) {}

    /**
     * A condition that no example puts to the test.
     *
     * @param neverMissed whether it is the side where it is the only one that fails that is missing, and not the one
     *     where the rule fires by it
     */
    public record Untested(Rule rule, Comparison comparison, boolean neverMissed) {}

    void add(Rule rule, FactSet facts) {
        for (FactRow row : facts.rows()) {
            if (row.type() == rule.subject()) {
                List<Comparison> comparisons = rule.when().comparisons().toList();
                for (int i = 0; i < comparisons.size(); i++) {
                    Truth truth = Interpreter.compare(comparisons.get(i), rule, row);
                    if (truth != Truth.MAYBE && decides(rule, row, comparisons.get(i))) {
                        decided.computeIfAbsent(new Key(rule.id(), i), k -> EnumSet.noneOf(Truth.class))
                                .add(truth);
                    }
                }
            }
        }
    }

    private static boolean decides(Rule rule, FactRow row, Comparison comparison) {
        return evaluate(rule.when(), rule, row, comparison, Truth.TRUE) == Truth.TRUE
                && evaluate(rule.when(), rule, row, comparison, Truth.FALSE) == Truth.FALSE;
    }

    private static Truth evaluate(Condition condition, Rule rule, FactRow row, Comparison instead, Truth truth) {
        if (condition instanceof Comparison comparison) {
            return comparison.equals(instead) ? truth : Interpreter.compare(comparison, rule, row);
        }
        if (condition instanceof AllOf all) {
            return all.parts().stream()
                    .map(part -> evaluate(part, rule, row, instead, truth))
                    .reduce(Truth.TRUE, Truth::and);
        }
        return ((AnyOf) condition)
                .parts().stream()
                        .map(part -> evaluate(part, rule, row, instead, truth))
                        .reduce(Truth.FALSE, Truth::or);
    }

    /** How many conditions of these rules were met and missed where they decided. */
    public long covered(List<Rule> rules) {
        return conditions(rules)
                - untested(rules).stream()
                        .map(one -> new Key(
                                one.rule().id(),
                                one.rule().when().comparisons().toList().indexOf(one.comparison())))
                        .distinct()
                        .count();
    }

    public static long conditions(List<Rule> rules) {
        return rules.stream().flatMap(rule -> rule.when().comparisons()).count();
    }

    /** The conditions of these rules that are not covered, one entry for each side that is missing. */
    public List<Untested> untested(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> {
                    List<Comparison> comparisons = rule.when().comparisons().toList();
                    return IntStream.range(0, comparisons.size())
                            .boxed()
                            .flatMap(i -> Stream.of(Truth.TRUE, Truth.FALSE)
                                    .filter(side -> !decided.getOrDefault(new Key(rule.id(), i), Set.of())
                                            .contains(side))
                                    .map(side -> new Untested(rule, comparisons.get(i), side == Truth.FALSE)));
                })
                .toList();
    }
}
