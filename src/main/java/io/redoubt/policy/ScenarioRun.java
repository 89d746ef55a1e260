package io.redoubt.policy;

import io.redoubt.rulepack.Rule;
import io.redoubt.scoring.ConditionCoverage;
import io.redoubt.scoring.ConditionCoverage.Untested;
import io.redoubt.shared.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Runs the worked examples of a pack: what does not come out as its author wrote is a problem at the scenario's place.
 * Also tells which active rules no scenario makes fire, or keeps silent: such a rule is not ready to be published.
 */
public final class ScenarioRun {
    private ScenarioRun() {}

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

    /** Runs them on all cores; what is found is in the order of the pack's files. */
    public static Result of(Methodology methodology) {
        AtomicInteger next = new AtomicInteger();
        ScenarioTrial whole = SideBySide.onAllCores(() -> ScenarioTrial.of(methodology, next)).stream()
                .reduce(ScenarioTrial::plus)
                .orElseThrow();
        List<Rule> rules = methodology.pack().rules().stream()
                .filter(rule -> rule.status() == Rule.Status.ACTIVE)
                .toList();
        Set<String> active = rules.stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> neverFire = new TreeSet<>(active);
        neverFire.removeAll(whole.fired());
        Set<String> neverSilent = new TreeSet<>(active);
        neverSilent.removeAll(whole.silent());
        return new Result(
                methodology.pack().scenarios().size(),
                whole.problems(),
                neverFire,
                neverSilent,
                ConditionCoverage.conditions(rules),
                whole.conditions().covered(rules),
                whole.conditions().untested(rules));
    }
}
