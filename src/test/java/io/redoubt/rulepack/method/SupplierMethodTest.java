package io.redoubt.rulepack.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operand.ParameterRef;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.Rule.Status;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.files.PackFixture;
import io.redoubt.shared.Micros;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What suppliers are told: what is asked and what would help, and the points of no row, in no form. */
class SupplierMethodTest {
    private static final String PACKS = "io.redoubt.rulepack.method.MethodFixture#shippedPacks";

    @ParameterizedTest(name = "{0}")
    @MethodSource(PACKS)
    void noPointsOfARowStandBesideItsRule(Path folder) throws Exception {
        // Given
        Method method = MethodFixture.shipped(folder);

        // When
        String markdown = method.forSuppliers().markdown();

        // Then
        for (Rule rule : scored(method.pack())) {
            assertThat(numbers(entry(markdown, rule)))
                    .as(rule.id())
                    .doesNotContainAnyElementsOf(points(rule, method.pack()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(PACKS)
    void everyScoredRuleEndsWithItsDirection(Path folder) throws Exception {
        // Given
        Method method = MethodFixture.shipped(folder);
        Telling telling = Telling.of(method, Audience.SUPPLIERS);
        for (Rule rule : scored(method.pack())) {
            // When
            String sentence = telling.sentence(rule).told().plain();

            // Then
            assertThat(sentence)
                    .matches("(?s).*(, |: )this counts (against|in favour of) [^.,]+\\.")
                    .doesNotContain(" points", " point ", "parameter ");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(PACKS)
    void whatIsInternalIsLeftOut(Path folder) throws Exception {
        // Given
        Method method = MethodFixture.shipped(folder);
        RulePack pack = method.pack();

        // When
        Document document = method.forSuppliers();

        // Then
        for (String text : List.of(document.html(), document.markdown())) {
            assertThat(text).doesNotContain("<pre", "```", "Rationale", "points(", "bar(", "Fires in", "Advice");
            assertThat(pack.scenarios()).noneMatch(scenario -> text.contains("“" + scenario.name() + "”"));
            assertThat(pack.rules())
                    .filteredOn(rule -> rule.status() == Status.DEPRECATED)
                    .noneMatch(rule ->
                            text.contains("id=\"" + Anchor.rule(rule.id()).name() + "\""));
            assertThat(pack.rules())
                    .filteredOn(rule -> rule.dossier().rationale().length() > 30)
                    .noneMatch(rule -> text.contains(rule.dossier().rationale()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(PACKS)
    void everyActiveRuleIsTold(Path folder) throws Exception {
        // Given
        Method method = MethodFixture.shipped(folder);

        // When
        String markdown = method.forSuppliers().markdown();

        // Then
        assertThat(markdown)
                .contains(method.pack().rules().stream()
                        .filter(rule -> rule.status() == Status.ACTIVE)
                        .map(rule -> "\n#### " + rule.id())
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', textBlock = """
            Costs 60 points
            (60)
            60 of 100
            it makes 60.
            60: -60 to +60
            60% more
            """)
    void whereAnAuthorNamesThePointsTheTextIsLeftOut(String text) throws Exception {
        // Given
        Method method = MethodFixture.small(
                PackFixture.replacing("tables/answers.csv", "LEG-01,No agreement", "LEG-01," + text));

        // When
        String markdown = method.forSuppliers().markdown();

        // Then
        assertThat(markdown).contains("#### LEG-01\n").doesNotContain("60 points", "60 of", "makes 60");
    }

    @Test
    void aLimitThatSeveralRowsGradeIsNotTold() throws Exception {
        // Given
        Method method = MethodFixture.shipped(Path.of("rules", "examples", "scorecard"));
        Telling telling = Telling.of(method, Audience.SUPPLIERS);

        // When
        List<String> sentences = method.pack().rules().stream()
                .filter(rule -> rule.table().equals("signing"))
                .map(rule -> telling.sentence(rule).told().plain())
                .toList();

        // Then
        assertThat(sentences)
                .hasSize(4)
                .allSatisfy(sentence -> assertThat(sentence)
                        .containsAnyOf("at most a limit", "more than a limit")
                        .doesNotContain("hours,"));
    }

    @Test
    void aBarIsToldWithItsLimit() throws Exception {
        // When
        String markdown = MethodFixture.shipped(Path.of("rules", "baseline"))
                .forSuppliers()
                .markdown();

        // Then
        assertThat(markdown).contains("is more than 4 hours, ");
    }

    private static List<Rule> scored(RulePack pack) {
        return pack.rules().stream()
                .filter(rule -> rule.status() == Status.ACTIVE && rule.then() instanceof AddPoints)
                .toList();
    }

    /** From a rule's heading to the next heading, but for its id and the places that links lead to. */
    private static String entry(String markdown, Rule rule) {
        int from = markdown.indexOf("\n#### " + rule.id()) + 6 + rule.id().length();
        int to = markdown.indexOf("\n#", from);
        return markdown.substring(from, to < 0 ? markdown.length() : to)
                .replaceAll("<a id=\"[^\"]*\">", "")
                .replaceAll("\\]\\(#[^)]*\\)", "]")
                .replace("\\", "");
    }

    /** The numbers of a text that stand by themselves: not in codes such as {@code L-01}, names or other numbers. */
    private static Set<String> numbers(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}_.,/:-]+", -1))
                .flatMap(word -> Arrays.stream(word.split("[,/:]|\\.$|^[.-]", -1)))
                .filter(word -> word.matches("[0-9]+(\\.[0-9]+)?"))
                .collect(Collectors.toSet());
    }

    private static List<String> points(Rule rule, RulePack pack) {
        var points = ((AddPoints) rule.then()).points();
        Stream<Long> values = points instanceof Literal literal
                ? Stream.of(literal.value())
                : pack.parameters().stream()
                        .filter(parameter -> parameter.id().equals(((ParameterRef) points).id()))
                        .flatMap(parameter -> parameter.values().stream())
                        .map(value -> value.value());
        return values.map(value -> Micros.format(Math.abs(value))).toList();
    }
}
