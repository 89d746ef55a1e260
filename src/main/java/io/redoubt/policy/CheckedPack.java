package io.redoubt.policy;

import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.checks.Finding;
import io.redoubt.shared.Place;
import io.redoubt.shared.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * A check as the API answers it.
 *
 * @param hash SHA-256 of the canonical form; empty where the pack can't be read
 * @param id of the pack, or what the data is called
 * @param version of the pack, or the editions that it holds
 * @param ready whether the pack may be submitted
 * @param readable whether it could be read at all; without that nothing else was looked at
 * @param changes what its rules say other than those in force
 * @param conditions of active rules, and how many of them the scenarios met and missed where they decided
 */
record CheckedPack(
        String hash,
        String id,
        String version,
        boolean ready,
        boolean readable,
        List<Told> mistakes,
        List<Told> doubts,
        RuleChanges changes,
        long scenarios,
        long conditions,
        long covered) {
    static CheckedPack of(RulePack pack, PackCheck check, RuleChanges changes) {
        List<Told> mistakes = new ArrayList<>();
        List<Told> doubts = new ArrayList<>();
        for (Finding finding : check.findings()) {
            (finding.kind().weight() == Finding.Weight.MISTAKE ? mistakes : doubts).add(Told.of(finding));
        }
        check.scenarios()
                .problems()
                .forEach(problem -> mistakes.add(Told.of("SCENARIO", "", problem.place(), problem.message())));
        return new CheckedPack(
                pack.hash(),
                pack.header().id(),
                pack.header().version(),
                check.isReady(),
                true,
                mistakes,
                doubts,
                changes,
                check.scenarios().scenarios(),
                check.scenarios().conditions(),
                check.scenarios().covered());
    }

    /** An edition of data. */
    static CheckedPack of(Edition edition, List<Told> mistakes, List<Told> doubts, ScenarioRun.Result scenarios) {
        return new CheckedPack(
                edition.hash(),
                edition.name(),
                edition.version(),
                mistakes.isEmpty(),
                true,
                mistakes,
                doubts,
                RuleChanges.NONE,
                scenarios.scenarios(),
                scenarios.conditions(),
                scenarios.covered());
    }

    List<Problem> problems() {
        return mistakes.stream()
                .map(told -> new Problem(new Place(told.file(), told.line(), told.column()), told.message()))
                .toList();
    }

    static CheckedPack unreadable(List<Problem> problems) {
        return new CheckedPack(
                "",
                "",
                "",
                false,
                false,
                problems.stream()
                        .map(problem -> Told.of("UNREADABLE", "", problem.place(), problem.message()))
                        .toList(),
                List.of(),
                RuleChanges.NONE,
                0,
                0,
                0);
    }
}
