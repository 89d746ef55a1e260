package io.redoubt.policy;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.Scenario;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.scoring.Clearance;
import io.redoubt.scoring.Clearance.Status;
import io.redoubt.scoring.ConditionCoverage;
import io.redoubt.scoring.ConditionCoverage.Untested;
import io.redoubt.scoring.Rater;
import io.redoubt.scoring.RatingOutcome;
import io.redoubt.scoring.RuleExplanation;
import io.redoubt.scoring.files.FactsException;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import io.redoubt.shared.Problem;
import io.redoubt.shared.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Runs the worked examples of a pack: what does not come out as its author wrote is a problem at the scenario's place.
 * Also tells which active rules no scenario makes fire, or keeps silent: such a rule is not ready to be published.
 */
public final class ScenarioRun {
    private final Methodology methodology;
    private final SupplierFactsReader reader;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> fired = new TreeSet<>();
    private final Set<String> silent = new TreeSet<>();
    private final ConditionCoverage conditions = new ConditionCoverage();

    private ScenarioRun(Methodology methodology) {
        this.methodology = methodology;
        this.reader = new SupplierFactsReader(methodology.catalogue());
    }

    /**
     * What a run found.
     *
     * @param problems scenarios that came out differently
     * @param neverFire active rules that no scenario names among those that fire or may fire
     * @param neverSilent active rules that no scenario names among those that stay silent
     * @param conditions of active rules
     * @param covered of these, how many were met and missed where they decided
     * @param untested those that were not
     */
    public record Result(
            int scenarios,
            List<Problem> problems,
            Set<String> neverFire,
            Set<String> neverSilent,
            long conditions,
            long covered,
            List<Untested> untested) {}

    public static Result of(Methodology methodology) {
        ScenarioRun run = new ScenarioRun(methodology);
        List<Scenario> scenarios = methodology.pack().scenarios();
        scenarios.forEach(run::run);
        List<Rule> rules = methodology.pack().rules().stream()
                .filter(rule -> rule.status() == Rule.Status.ACTIVE)
                .toList();
        Set<String> active = rules.stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> neverFire = new TreeSet<>(active);
        neverFire.removeAll(run.fired);
        Set<String> neverSilent = new TreeSet<>(active);
        neverSilent.removeAll(run.silent);
        return new Result(
                scenarios.size(),
                List.copyOf(run.problems),
                neverFire,
                neverSilent,
                ConditionCoverage.conditions(rules),
                run.conditions.covered(rules),
                run.conditions.untested(rules));
    }

    private void run(Scenario scenario) {
        try {
            SupplierFacts facts =
                    methodology.complete(reader.read(SupplierFile.parse(scenario.facts())), scenario.asOf());
            Rater rater = methodology.rater(scenario.asOf());
            Map<String, Truth> truths = rater.explain(facts).stream()
                    .collect(Collectors.toMap(RuleExplanation::rule, RuleExplanation::truth));
            Scenario.Expected expected = scenario.expected();
            expect(scenario, expected.fires(), truths, Truth.TRUE);
            expect(scenario, expected.open(), truths, Truth.MAYBE);
            expect(scenario, expected.silent(), truths, Truth.FALSE);
            fired.addAll(expected.fires());
            fired.addAll(expected.open());
            silent.addAll(expected.silent());
            expectOutcome(scenario, rater.rate(facts), rater.pack());
            rater.cover(facts, conditions);
        } catch (FactsException | PackException e) {
            add(scenario, String.valueOf(e.getMessage()));
        }
    }

    private void expect(Scenario scenario, List<String> rules, Map<String, Truth> truths, Truth wanted) {
        for (String rule : rules) {
            Truth truth = truths.getOrDefault(rule, Truth.FALSE);
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

    private void expectOutcome(Scenario scenario, RatingOutcome outcome, EffectivePack pack) {
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
                add(scenario, workClass + " must be barred on " + pack.day() + ".");
            }
        }
    }

    private void add(Scenario scenario, String message) {
        problems.add(new Problem(scenario.place(), "In the scenario (" + scenario.name() + "): " + message));
    }
}
