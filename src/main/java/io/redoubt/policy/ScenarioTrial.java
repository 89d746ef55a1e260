package io.redoubt.policy;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.Scenario;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.scoring.Clearance;
import io.redoubt.scoring.Clearance.Status;
import io.redoubt.scoring.ConditionCoverage;
import io.redoubt.scoring.RatedExample;
import io.redoubt.scoring.RatingOutcome;
import io.redoubt.scoring.files.FactsException;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import io.redoubt.shared.Problem;
import io.redoubt.shared.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Some of a pack's worked examples: what of them does not come out as its author wrote. Several trials share the examples
 * out among them, each taking the next one that is left.
 */
final class ScenarioTrial {
    private final Methodology methodology;
    private final SupplierFactsReader reader;
    /** By number of the example, so that the order does not hang on who took it. */
    private final SortedMap<Integer, List<Problem>> problems = new TreeMap<>();

    private int number;
    private final Set<String> fired = new TreeSet<>();
    private final Set<String> silent = new TreeSet<>();
    private final ConditionCoverage conditions = new ConditionCoverage();

    private ScenarioTrial(Methodology methodology) {
        this.methodology = methodology;
        this.reader = new SupplierFactsReader(methodology.catalogue());
    }

    /** @param next number of the first example that nobody has taken */
    static ScenarioTrial of(Methodology methodology, AtomicInteger next) {
        ScenarioTrial trial = new ScenarioTrial(methodology);
        List<Scenario> scenarios = methodology.pack().scenarios();
        for (int i = next.getAndIncrement(); i < scenarios.size(); i = next.getAndIncrement()) {
            trial.number = i;
            trial.run(scenarios.get(i));
        }
        return trial;
    }

    /** Adds what the examples of another trial came to. */
    ScenarioTrial plus(ScenarioTrial other) {
        problems.putAll(other.problems);
        fired.addAll(other.fired);
        silent.addAll(other.silent);
        conditions.add(other.conditions);
        return this;
    }

    List<Problem> problems() {
        return problems.values().stream().flatMap(List::stream).toList();
    }

    Set<String> fired() {
        return fired;
    }

    Set<String> silent() {
        return silent;
    }

    ConditionCoverage conditions() {
        return conditions;
    }

    private void run(Scenario scenario) {
        try {
            SupplierFacts facts =
                    methodology.complete(reader.read(SupplierFile.parse(scenario.facts())), scenario.asOf());
            RatedExample example =
                    methodology.rater(scenario.asOf()).examples(List.of(facts)).get(0);
            Scenario.Expected expected = scenario.expected();
            expect(scenario, expected.fires(), example, Truth.TRUE);
            expect(scenario, expected.open(), example, Truth.MAYBE);
            expect(scenario, expected.silent(), example, Truth.FALSE);
            fired.addAll(expected.fires());
            fired.addAll(expected.open());
            silent.addAll(expected.silent());
            expectOutcome(scenario, example.outcome());
            example.cover(conditions);
        } catch (FactsException | PackException e) {
            add(scenario, String.valueOf(e.getMessage()));
        }
    }

    private void expect(Scenario scenario, List<String> rules, RatedExample example, Truth wanted) {
        for (String rule : rules) {
            Truth truth = example.truth(rule);
            if (truth != wanted) {
                add(
                        scenario,
                        "the rule " + rule + " must " + must(wanted) + "; it " + does(truth) + ".\nMaybe the"
                                + " change is intended: then change what the scenario expects.");
            }
        }
    }

    private static String must(Truth truth) {
        return switch (truth) {
            case TRUE -> "fire";
            case MAYBE -> "stay open";
            case FALSE -> "stay silent";
        };
    }

    private static String does(Truth truth) {
        return switch (truth) {
            case TRUE -> "fires";
            case MAYBE -> "stays open";
            case FALSE -> "stays silent";
        };
    }

    private void expectOutcome(Scenario scenario, RatingOutcome outcome) {
        Scenario.Expected expected = scenario.expected();
        List<Integer> overall = List.of(
                outcome.detail().overall().best().headline(),
                outcome.detail().overall().worst().headline());
        if (!expected.overall().isEmpty() && !expected.overall().equals(overall)) {
            add(scenario, "the overall figure must be " + expected.overall() + ", not " + overall + ".");
        }
        if (!expected.band().isEmpty() && !expected.band().equals(outcome.badge())) {
            add(scenario, "the outcome must be " + expected.band() + ", not " + outcome.badge() + ".");
        }
        for (WorkClass workClass : expected.barred()) {
            Clearance clearance = outcome.detail().clearances().get(workClass);
            if (clearance == null || clearance.status() != Status.BARRED) {
                add(
                        scenario,
                        workClass + " must be barred on " + outcome.detail().asOf() + ".");
            }
        }
    }

    private void add(Scenario scenario, String message) {
        problems.computeIfAbsent(number, n -> new ArrayList<>())
                .add(new Problem(scenario.place(), "In the scenario (" + scenario.name() + "): " + message));
    }
}
