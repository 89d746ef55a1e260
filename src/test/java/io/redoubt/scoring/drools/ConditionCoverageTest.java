package io.redoubt.scoring.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.AnyOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.RandomCatalogueFixture;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RuleFixture;
import io.redoubt.scoring.ConditionCoverage;
import io.redoubt.scoring.FactRow;
import io.redoubt.scoring.FactSet;
import io.redoubt.scoring.Interpreter;
import io.redoubt.shared.RandomFixture;
import io.redoubt.shared.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A condition is covered where it decided both ways, as the definition has it, however examples are shared out. */
class ConditionCoverageTest {
    private static final int PACKS = 60;
    private static final int SETS = 12;

    private final FactCatalogue catalogue = RandomCatalogueFixture.small();

    @Test
    void what_is_untested_is_what_the_definition_says() {
        for (int pack = 0; pack < PACKS; pack++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("coverage " + pack);
            List<Rule> rules = IntStream.range(0, 20)
                    .mapToObj(i -> RuleFixture.mixedRule(catalogue, random, i))
                    .toList();
            List<FactSet> facts = Stream.generate(() -> FactsFixture.set(
                            catalogue, FactsFixture.rows(catalogue, random, FactsFixture.numbers(rules))))
                    .limit(SETS)
                    .toList();
            // When
            ConditionCoverage one = new ConditionCoverage();
            ConditionCoverage other = new ConditionCoverage();
            facts.forEach(set -> (random.chance(50) ? one : other).add(rules, set));
            one.add(other);
            // Then
            assertThat(one.untested(rules).stream()
                            .map(u -> u.rule().id() + " " + u.comparison() + " " + u.neverMissed()))
                    .as("%s", random)
                    .containsExactlyElementsOf(defined(rules, facts));
        }
    }

    private static List<String> defined(List<Rule> rules, List<FactSet> facts) {
        List<String> untested = new ArrayList<>();
        for (Rule rule : rules) {
            for (Comparison comparison : rule.when().comparisons().toList()) {
                for (Truth side : List.of(Truth.TRUE, Truth.FALSE)) {
                    if (facts.stream()
                            .flatMap(set -> set.rows().stream())
                            .filter(row -> row.type() == rule.subject())
                            .noneMatch(row -> alone(rule, comparison, row) == side && decides(rule, comparison, row))) {
                        untested.add(rule.id() + " " + comparison + " " + (side == Truth.FALSE));
                    }
                }
            }
        }
        return untested;
    }

    private static boolean decides(Rule rule, Comparison comparison, FactRow row) {
        return whole(rule, rule.when(), row, comparison, Truth.TRUE) == Truth.TRUE
                && whole(rule, rule.when(), row, comparison, Truth.FALSE) == Truth.FALSE;
    }

    private static Truth whole(Rule rule, Condition part, FactRow row, Comparison instead, Truth truth) {
        if (part instanceof Comparison comparison) {
            return comparison.equals(instead) ? truth : alone(rule, comparison, row);
        }
        return part instanceof AllOf all
                ? all.parts().stream()
                        .map(p -> whole(rule, p, row, instead, truth))
                        .reduce(Truth.TRUE, Truth::and)
                : ((AnyOf) part)
                        .parts().stream()
                                .map(p -> whole(rule, p, row, instead, truth))
                                .reduce(Truth.FALSE, Truth::or);
    }

    private static Truth alone(Rule rule, Comparison comparison, FactRow row) {
        return Interpreter.evaluate(
                new Rule(
                        rule.id(),
                        rule.table(),
                        rule.order(),
                        rule.subject(),
                        comparison,
                        rule.then(),
                        rule.dossier(),
                        rule.requirements(),
                        rule.citations(),
                        rule.status(),
                        rule.place()),
                row);
    }
}
