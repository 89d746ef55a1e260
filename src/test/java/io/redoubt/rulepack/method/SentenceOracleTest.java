package io.redoubt.rulepack.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Action.Excuse;
import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.AnyOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.Operand;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operand.ParameterRef;
import io.redoubt.rulepack.RandomCatalogueFixture;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RuleFixture;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.files.PackFixture;
import io.redoubt.shared.Micros;
import io.redoubt.shared.RandomFixture;
import io.redoubt.shared.ValueType;
import io.redoubt.shared.ValueType.Flag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentence says all of the model: whatever the model holds can be found in it, and changing it changes the words. */
class SentenceOracleTest {
    private static final int RULES = 3_000;

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.redoubt.rulepack.method.MethodFixture#shippedPacks")
    void everythingInARuleOfAShippedPackIsSaid(Path folder) throws Exception {
        // Given
        Method method = MethodFixture.shipped(folder);
        Telling telling = Telling.of(method, Audience.INTERNAL);
        for (Rule rule : method.pack().rules()) {
            // When
            String sentence = telling.sentence(rule).told().plain();

            // Then
            assertSaysAll(sentence, rule, method.pack());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.redoubt.rulepack.method.MethodFixture#shippedPacks")
    void rulesThatDifferSayDifferentThings(Path folder) throws Exception {
        // Given
        Method method = MethodFixture.shipped(folder);
        Telling telling = Telling.of(method, Audience.INTERNAL);

        // When
        Map<String, Set<Object>> models = method.pack().rules().stream()
                .collect(Collectors.groupingBy(
                        rule -> telling.sentence(rule).told().plain(),
                        Collectors.mapping(
                                rule -> List.of(rule.subject(), rule.when(), rule.then()), Collectors.toSet())));

        // Then
        assertThat(models).allSatisfy((sentence, said) -> assertThat(said).hasSize(1));
    }

    @Test
    void everythingInARandomRuleIsSaid() throws Exception {
        FactCatalogue catalogue = RandomCatalogueFixture.small();
        Telling telling = telling(catalogue);
        for (int i = 0; i < RULES; i++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("rule " + i);
            Rule rule = i % 2 == 0
                    ? RuleFixture.rule(catalogue, random, i % 100)
                    : RuleFixture.mixedRule(catalogue, random, i % 100);

            // When
            String sentence = telling.sentence(rule).told().plain();

            // Then
            assertThat(sentence).as("%s", random).endsWith(".").doesNotContain("  ");
            assertSaysAll(sentence, rule, telling.pack());
        }
    }

    @Test
    void changingOneValueChangesTheSentence() throws Exception {
        FactCatalogue catalogue = RandomCatalogueFixture.small();
        Telling telling = telling(catalogue);
        for (int i = 0; i < RULES; i++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("change " + i);
            Rule rule = RuleFixture.rule(catalogue, random, i % 100);
            List<Comparison> all = rule.when().comparisons().toList();
            if (all.isEmpty()) {
                continue;
            }
            Comparison from = random.pick(all);
            Comparison to = changed(from);
            Rule other = MethodFixture.rule(rule.subject(), rule.then(), replaced(rule.when(), from, to));

            // When
            String before = telling.sentence(MethodFixture.rule(rule.subject(), rule.then(), rule.when()))
                    .told()
                    .plain();
            String after = telling.sentence(other).told().plain();

            // Then
            assertThat(after.equals(before)).as("%s %s", random, before).isEqualTo(from.equals(to));
        }
    }

    private static Telling telling(FactCatalogue catalogue) throws Exception {
        Method small = MethodFixture.small(PackFixture.files());
        return Telling.of(new Method(small.pack(), catalogue, small.day(), Map.of(), List.of()), Audience.INTERNAL);
    }

    /** The next value in place of the first; the same where that is no change of meaning. */
    private static Comparison changed(Comparison comparison) {
        long value = ((Literal) comparison.operands().get(0)).value();
        ValueType type = comparison.field().type();
        Operand next = new Literal(value == type.greatest() ? type.least() : value + 1);
        if (comparison.operands().contains(next)) {
            return comparison;
        }
        List<Operand> operands = new ArrayList<>(comparison.operands());
        operands.set(0, next);
        return new Comparison(comparison.field(), comparison.operator(), operands);
    }

    private static Condition replaced(Condition condition, Comparison from, Comparison to) {
        if (condition instanceof AllOf all) {
            return new AllOf(
                    all.parts().stream().map(part -> replaced(part, from, to)).toList());
        }
        if (condition instanceof AnyOf any) {
            return new AnyOf(
                    any.parts().stream().map(part -> replaced(part, from, to)).toList());
        }
        return condition.equals(from) ? to : condition;
    }

    private static void assertSaysAll(String sentence, Rule rule, RulePack pack) {
        rule.when()
                .comparisons()
                .forEach(comparison -> assertThat(sentence).as("%s", comparison).contains(fragments(comparison, pack)));
        if (rule.then() instanceof AddPoints add) {
            List<Long> values = values(add.points(), pack);
            assertThat(sentence)
                    .contains(values.stream()
                            .map(value -> Micros.format(Math.abs(value)) + " point")
                            .toList())
                    .containsAnyOf("added to ", "taken off ")
                    .satisfies(said -> assertThat(said.contains("taken off "))
                            .isEqualTo(values.stream().allMatch(value -> value < 0)));
        } else if (rule.then() instanceof Bar bar) {
            assertThat(sentence)
                    .endsWith(WorkClassWords.of(bar.classes()) + " is barred; "
                            + (bar.waivable() ? "a waiver is possible." : "no waiver is possible."));
        } else {
            assertThat(sentence).contains(((Excuse) rule.then()).questions());
        }
    }

    private static List<String> fragments(Comparison comparison, RulePack pack) {
        ValueType type = comparison.field().type();
        if (type instanceof Flag) {
            return List.of(Nouns.clause(comparison.field()).orElse("country factor"));
        }
        List<String> values = comparison.operands().stream()
                .flatMap(operand -> values(operand, pack).stream())
                .map(type::format)
                .toList();
        List<String> words = switch (comparison.operator()) {
            case EQUAL, IN -> List.of();
            case NOT_EQUAL -> List.of("is not ");
            case NOT_IN -> List.of(values.size() == 1 ? "is not " : values.size() == 2 ? "nor " : "is none of ");
            case LESS -> List.of(type instanceof ValueType.Codes ? "is below " : "is less than ");
            case AT_MOST -> List.of(type instanceof ValueType.Codes ? " or below" : "is at most ");
            case GREATER -> List.of(type instanceof ValueType.Codes ? "is above " : "is more than ");
            case AT_LEAST -> List.of(type instanceof ValueType.Codes ? " or above" : "is at least ");
        };
        return Stream.concat(values.stream(), words.stream()).toList();
    }

    private static List<Long> values(Operand operand, RulePack pack) {
        return operand instanceof Literal literal
                ? List.of(literal.value())
                : pack.parameters().stream()
                        .filter(parameter -> parameter.id().equals(((ParameterRef) operand).id()))
                        .flatMap(parameter -> parameter.values().stream())
                        .map(value -> value.value())
                        .toList();
    }
}
