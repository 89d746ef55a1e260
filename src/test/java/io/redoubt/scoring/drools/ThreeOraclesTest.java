package io.redoubt.scoring.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.policy.Methodology;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.RandomCatalogueFixture;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RuleFixture;
import io.redoubt.rulepack.drl.DrlRenderer;
import io.redoubt.scoring.FactSet;
import io.redoubt.scoring.Interpreter;
import io.redoubt.scoring.Trail;
import io.redoubt.shared.RandomFixture;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three ways to evaluate a pack that share no code must leave the same trail on the same facts. */
class ThreeOraclesTest {
    private static final int PACKS = 39;
    private static final int SETS = 2_500;
    private static final int MIXED_PACKS = 100;
    private static final int MIXED_SETS = 200;
    private static final int BATCH = 50;
    /** Every so many packs one has rules for several blocks of 64. */
    private static final int LARGE = 5;

    private static final int BLOCKS = 10;

    private final FactCatalogue catalogue = RandomCatalogueFixture.small();

    @Test
    void network_interpreter_and_stock_drools_agree_on_random_packs() {
        for (int pack = 0; pack < PACKS; pack++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("pack " + pack);
            List<Rule> rules = IntStream.range(0, random.between(5, 25))
                    .mapToObj(i -> RuleFixture.rule(catalogue, random, i))
                    .toList();
            // When
            List<String> differences = differences(catalogue, rules, random, SETS);
            // Then
            assertThat(differences).as("%s", random).isEmpty();
        }
    }

    @Test
    void network_interpreter_and_stock_drools_agree_on_the_baseline_pack() throws Exception {
        // Given
        Methodology methodology = Methodology.read(Path.of("data"), Path.of("rules", "baseline"));
        List<Rule> rules = methodology.pack().on(LocalDate.of(2026, 11, 21)).rules();
        RandomFixture random = RandomFixture.seeded().branch("baseline");
        // When
        List<String> differences = differences(methodology.catalogue(), rules, random, SETS);
        // Then
        assertThat(differences).as("%s", random).isEmpty();
    }

    @Test
    void network_and_interpreter_agree_where_alternatives_mix_a_fact_with_its_owners() {
        for (int pack = 0; pack < MIXED_PACKS; pack++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("mixed " + pack);
            int size = random.between(5, 25) * (pack % LARGE == 0 ? BLOCKS : 1);
            List<Rule> rules = IntStream.range(0, size)
                    .mapToObj(i -> RuleFixture.mixedRule(catalogue, random, i))
                    .toList();
            List<List<FactsFixture.Row>> suppliers = suppliers(catalogue, rules, random, MIXED_SETS);
            // When
            List<FactSet> fromNetwork = sets(catalogue, suppliers);
            new DroolsEvaluator(rules).evaluate(fromNetwork);
            // Then
            assertThat(trails(fromNetwork))
                    .as("%s", random)
                    .isEqualTo(trails(interpreted(catalogue, rules, suppliers)));
        }
    }

    private static List<String> differences(FactCatalogue catalogue, List<Rule> rules, RandomFixture random, int sets) {
        DroolsEvaluator network = new DroolsEvaluator(rules);
        StockDrools stock = new StockDrools(catalogue, rules);
        List<List<FactsFixture.Row>> suppliers = suppliers(catalogue, rules, random, sets);
        List<String> differences = new ArrayList<>();
        for (int from = 0; from < sets; from += BATCH) {
            List<List<FactsFixture.Row>> batch = suppliers.subList(from, Math.min(sets, from + BATCH));
            List<FactSet> fromNetwork = sets(catalogue, batch);
            network.evaluate(fromNetwork);
            List<FactSet> interpreted = interpreted(catalogue, rules, batch);
            List<StockTally> tallies = stock.evaluate(batch);
            for (int i = 0; i < batch.size(); i++) {
                Trail expected = interpreted.get(i).trail();
                Trail third = StockDrools.trail(tallies.get(i), interpreted.get(i));
                compare("network", fromNetwork.get(i).trail(), expected, rules, batch.get(i), differences);
                compare("stock", third, expected, rules, batch.get(i), differences);
            }
        }
        return differences;
    }

    private static void compare(
            String who, Trail found, Trail expected, List<Rule> rules, List<FactsFixture.Row> rows, List<String> to) {
        if (found.equals(expected)) {
            return;
        }
        List<String> mine = List.of(found.toString().split(" ", -1));
        List<String> theirs = List.of(expected.toString().split(" ", -1));
        List<String> odd = new ArrayList<>(mine);
        odd.removeAll(theirs);
        List<String> missing = new ArrayList<>(theirs);
        missing.removeAll(mine);
        String first = odd.isEmpty() ? missing.get(0) : odd.get(0);
        String[] parts = first.substring(0, first.length() - 1).split("@", -1);
        to.add(who + " differs by " + odd + " against " + missing + "\n"
                + DrlRenderer.render(rules.get(Integer.parseInt(parts[0]))) + rows.get(Integer.parseInt(parts[1]))
                + rows.get(0));
    }

    private static List<List<FactsFixture.Row>> suppliers(
            FactCatalogue catalogue, List<Rule> rules, RandomFixture random, int sets) {
        List<Long> numbers = FactsFixture.numbers(rules);
        return IntStream.range(0, sets)
                .mapToObj(i -> FactsFixture.rows(catalogue, random, numbers))
                .toList();
    }

    private static List<FactSet> sets(FactCatalogue catalogue, List<List<FactsFixture.Row>> suppliers) {
        return suppliers.stream().map(rows -> FactsFixture.set(catalogue, rows)).toList();
    }

    private static List<FactSet> interpreted(
            FactCatalogue catalogue, List<Rule> rules, List<List<FactsFixture.Row>> suppliers) {
        List<FactSet> sets = sets(catalogue, suppliers);
        new Interpreter(rules).evaluate(sets);
        return sets;
    }

    private static List<Trail> trails(List<FactSet> sets) {
        return sets.stream().map(FactSet::trail).toList();
    }
}
