package io.redoubt.scoring;

import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Rule;
import io.redoubt.shared.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which conditions worked examples have put to the test: a condition decides on a fact where the rule would say otherwise
 * if it alone came out the other way. One that was met and decided, and missed and decided, is covered; a limit written
 * wrongly in a condition that never decides would show in no example.
 */
public final class ConditionCoverage {
    /** By the rule itself: one of the same id has other literals on another day. */
    private final IdentityHashMap<Rule, RuleConditions> conditions = new IdentityHashMap<>();

    private record Key(String rule, int comparison) {}

    /**
     * A condition that no example puts to the test.
     *
     * @param neverMissed whether it is the side where it is the only one that fails that is missing, and not the one
     *     where the rule fires by it
     */
    public record Untested(Rule rule, Comparison comparison, boolean neverMissed) {}

    /** Notes what one example puts to the test; the rules have literals only. */
    public void add(List<Rule> rules, FactSet facts) {
        Map<FactType, List<FactRow>> rows = facts.rows().stream().collect(Collectors.groupingBy(FactRow::type));
        for (Rule rule : rules) {
            RuleConditions tested = conditions.computeIfAbsent(rule, RuleConditions::new);
            rows.getOrDefault(rule.subject(), List.of()).forEach(tested::add);
        }
    }

    /** Notes what other examples put to the test, which must not be added to any more. */
    public void add(ConditionCoverage other) {
        other.conditions.forEach((rule, tested) -> conditions.merge(rule, tested, RuleConditions::plus));
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
        Map<String, List<RuleConditions>> tested = new HashMap<>();
        conditions.forEach((rule, one) ->
                tested.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(one));
        return rules.stream()
                .flatMap(rule -> {
                    List<RuleConditions> days = tested.getOrDefault(rule.id(), List.of());
                    List<Comparison> comparisons = rule.when().comparisons().toList();
                    return IntStream.range(0, comparisons.size())
                            .boxed()
                            .flatMap(i -> Stream.of(Truth.TRUE, Truth.FALSE)
                                    .filter(side -> days.stream().noneMatch(day -> day.decided(i, side)))
                                    .map(side -> new Untested(rule, comparisons.get(i), side == Truth.FALSE)));
                })
                .toList();
    }
}
