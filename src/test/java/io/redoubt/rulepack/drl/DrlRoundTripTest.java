package io.redoubt.rulepack.drl;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.files.Problems;
import io.redoubt.policy.Methodology;
import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.AnyOf;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.RandomCatalogueFixture;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RuleFixture;
import io.redoubt.rulepack.Vocabulary;
import io.redoubt.shared.RandomFixture;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is rendered for people must be the rule itself: reading it back gives the same. */
class DrlRoundTripTest {
    private static final int RULES = 3_000;

    private final FactCatalogue catalogue = RandomCatalogueFixture.small();

    @Test
    void a_random_rule_reads_back_as_itself() {
        Vocabulary vocabulary = new Vocabulary(catalogue, Map.of());
        for (int i = 0; i < RULES; i++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("rule " + i);
            Rule rule = RuleFixture.rule(catalogue, random, i % 100);
            // When
            Read read = readBack(rule, vocabulary);
            // Then
            boolean sayable = rule.when().comparisons().findAny().isPresent();
            assertThat(read)
                    .as("%s\n%s", random, DrlRenderer.render(rule))
                    .isEqualTo(sayable ? new Read(List.of(plain(rule)), List.of()) : WITHOUT_CONDITION);
        }
    }

    @Test
    void every_rule_of_the_baseline_pack_reads_back_as_itself() throws Exception {
        // Given
        Methodology methodology = Methodology.read(Path.of("data"), Path.of("rules", "baseline"));
        Vocabulary vocabulary = new Vocabulary(
                methodology.catalogue(),
                methodology.pack().parameters().stream().collect(Collectors.toMap(Parameter::id, Function.identity())));
        List<Rule> rules = methodology.pack().rules();
        // When
        List<Read> read = rules.stream().map(rule -> readBack(rule, vocabulary)).toList();
        // Then
        assertThat(read)
                .isEqualTo(rules.stream()
                        .map(rule -> new Read(List.of(plain(rule)), List.of()))
                        .toList());
    }

    /** What came back; the messages without their place. */
    private record Read(List<Rule> rules, List<String> problems) {}

    private static final Read WITHOUT_CONDITION =
            new Read(List.of(), List.of("The rule must have at least one condition."));

    private static Read readBack(Rule rule, Vocabulary vocabulary) {
        Problems problems = new Problems();
        String file = "logic/" + rule.table() + ".drl";
        List<Rule> rules = SafeDrlReader.read(file, DrlRenderer.render(rule), vocabulary, problems);
        return new Read(
                rules.stream().map(found -> plain(placed(found, rule))).toList(),
                problems.list().stream()
                        .map(problem ->
                                problem.message().substring(problem.message().indexOf("): ") + 3))
                        .toList());
    }

    /** Where a rule stands is not said in its text. */
    private static Rule placed(Rule rule, Rule like) {
        return with(rule, rule.when(), like);
    }

    /** Brackets around a single part mean nothing, and conditions on owners may stand first. */
    private static Rule plain(Rule rule) {
        Condition when = plain(rule.when());
        List<Condition> parts = when instanceof AllOf all ? all.parts() : List.of(when);
        List<Condition> sorted = parts.stream()
                .sorted(Comparator.comparing(DrlRoundTripTest::owner))
                .toList();
        return with(rule, new AllOf(sorted), rule);
    }

    private static Condition plain(Condition condition) {
        if (condition instanceof AllOf all) {
            List<Condition> parts =
                    all.parts().stream().map(DrlRoundTripTest::plain).toList();
            return parts.size() == 1 ? parts.get(0) : new AllOf(parts);
        }
        if (condition instanceof AnyOf any) {
            List<Condition> parts =
                    any.parts().stream().map(DrlRoundTripTest::plain).toList();
            return parts.size() == 1 ? parts.get(0) : new AnyOf(parts);
        }
        return condition;
    }

    private static FactType owner(Condition condition) {
        return condition.comparisons().findFirst().orElseThrow().field().owner();
    }

    private static Rule with(Rule rule, Condition when, Rule like) {
        return new Rule(
                rule.id(),
                rule.table(),
                like.order(),
                rule.subject(),
                when,
                rule.then(),
                rule.dossier(),
                rule.requirements(),
                rule.citations(),
                rule.status(),
                like.place());
    }
}
