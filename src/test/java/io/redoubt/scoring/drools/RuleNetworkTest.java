package io.redoubt.scoring.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.RandomCatalogueFixture;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RuleFixture;
import io.redoubt.scoring.FactSet;
import io.redoubt.scoring.Trail;
import io.redoubt.shared.RandomFixture;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A network is rebuilt whenever a pack changes, and shared by all threads. */
class RuleNetworkTest {
    private static final int RULES = 500;
    private static final int WARM_UPS = 20;
    private static final int REBUILDS = 200;
    /** Classes that the virtual machine makes late, such as accessors after many reflective calls. */
    private static final long LATE_CLASSES = 60;

    private static final int THREADS = 4;
    private static final int SETS = 1_000;

    private final FactCatalogue catalogue = RandomCatalogueFixture.small();

    @Test
    void rebuilding_a_network_of_500_rules_200_times_loads_no_more_classes() {
        // Given
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        RandomFixture random = RandomFixture.seeded().branch("rebuild");
        List<List<FactsFixture.Row>> suppliers = suppliers(random, rules(random, 0), 5);
        IntStream.range(0, WARM_UPS).forEach(i -> evaluate(rules(random, i), suppliers));
        long before = classes.getTotalLoadedClassCount();
        // When
        IntStream.range(0, REBUILDS).forEach(i -> evaluate(rules(random, i), suppliers));
        // Then
        assertThat(classes.getTotalLoadedClassCount() - before).as("%s", random).isLessThan(LATE_CLASSES);
    }

    @Test
    void four_threads_on_one_network_leave_the_trails_that_one_leaves() throws Exception {
        // Given
        RandomFixture random = RandomFixture.seeded().branch("threads");
        List<Rule> rules = rules(random, 0);
        List<List<FactsFixture.Row>> suppliers = suppliers(random, rules, SETS);
        List<Trail> expected = evaluate(rules, suppliers);
        DroolsEvaluator shared = new DroolsEvaluator(rules);
        List<Callable<List<Trail>>> tasks = IntStream.range(0, THREADS)
                .<Callable<List<Trail>>>mapToObj(i -> () -> evaluate(shared, suppliers))
                .toList();
        List<List<Trail>> found = new ArrayList<>();
        // When
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<List<Trail>> task : threads.invokeAll(tasks)) {
                found.add(task.get());
            }
        } finally {
            threads.shutdownNow();
        }
        // Then
        assertThat(found).as("%s", random).hasSize(THREADS).allMatch(expected::equals);
    }

    /** Other rules each time, so that nothing is taken from a cache. */
    private List<Rule> rules(RandomFixture random, int version) {
        RandomFixture branch = random.branch("version " + version);
        return IntStream.range(0, RULES)
                .mapToObj(i -> RuleFixture.rule(catalogue, branch, i))
                .toList();
    }

    private List<List<FactsFixture.Row>> suppliers(RandomFixture random, List<Rule> rules, int sets) {
        List<Long> numbers = FactsFixture.numbers(rules);
        return IntStream.range(0, sets)
                .mapToObj(i -> FactsFixture.rows(catalogue, random, numbers))
                .toList();
    }

    private List<Trail> evaluate(List<Rule> rules, List<List<FactsFixture.Row>> suppliers) {
        return evaluate(new DroolsEvaluator(rules), suppliers);
    }

    private List<Trail> evaluate(DroolsEvaluator network, List<List<FactsFixture.Row>> suppliers) {
        List<FactSet> sets = suppliers.stream()
                .map(rows -> FactsFixture.set(catalogue, rows))
                .toList();
        network.evaluate(sets);
        return sets.stream().map(FactSet::trail).toList();
    }
}
