package io.redoubt.policy;

import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.checks.Finding;
import io.redoubt.rulepack.checks.Finding.Kind;
import io.redoubt.rulepack.checks.Finding.Weight;
import io.redoubt.rulepack.checks.StaticChecks;
import io.redoubt.scoring.ConditionCoverage.Untested;
import io.redoubt.scoring.PackInputs;
import io.redoubt.shared.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that is told of a pack before somebody publishes it: what is odd about its rules, whether its scenarios come
 * out as written and put every rule and condition to the test, and whether it keeps the rules of the version before it.
 *
 * @param findings of what has changed, then files from top to bottom; a mistake keeps the pack from being published
 */
public record PackCheck(List<Finding> findings, ScenarioRun.Result scenarios) {
    public PackCheck {
        findings = List.copyOf(findings);
    }

    /**
     * Checks a pack that can be read.
     *
     * @param before the version that it would replace
     * @throws PackException if a parameter in use has no value on a day on which another changes
     */
    public static PackCheck of(Methodology methodology, Optional<Methodology> before, LocalDate today)
            throws PackException {
        List<Finding> findings = new ArrayList<>();
        before.ifPresent(base -> findings.addAll(Succession.check(base.pack(), methodology, today)));
        findings.addAll(StaticChecks.of(methodology.pack(), today, PackInputs::reads));
        ScenarioRun.Result scenarios = ScenarioRun.of(methodology);
        for (Rule rule : methodology.pack().rules()) {
            if (scenarios.neverFire().contains(rule.id())) {
                findings.add(finding(
                        Kind.NEVER_FIRES,
                        rule,
                        "No scenario makes the rule (" + rule.id() + ") fire.\n"
                                + "Maybe add one with facts that just meet its conditions."));
            }
            if (scenarios.neverSilent().contains(rule.id())) {
                findings.add(finding(
                        Kind.NEVER_SILENT,
                        rule,
                        "No scenario keeps the rule (" + rule.id() + ") silent.\n"
                                + "Maybe add one with facts that just miss its conditions."));
            }
        }
        scenarios.untested().stream().map(PackCheck::untested).forEach(findings::add);
        return new PackCheck(findings, scenarios);
    }

    private static Finding untested(Untested one) {
        String condition =
                one.comparison().field() + " " + one.comparison().operator().symbol();
        return finding(
                Kind.UNTESTED,
                one.rule(),
                one.neverMissed()
                        ? "No scenario has facts on which " + condition + " is all that keeps "
                                + one.rule().id() + " from firing."
                        : "No scenario has facts on which " + one.rule().id() + " fires by " + condition + ".");
    }

    private static Finding finding(Kind kind, Rule rule, String message) {
        return new Finding(kind, rule.id(), rule.place(), message);
    }

    /** Scenarios that came out differently, and findings of this weight. */
    public long count(Weight weight) {
        return findings.stream()
                .filter(finding -> finding.kind().weight() == weight)
                .count();
    }

    /** What keeps the pack from being published, in words. */
    public Stream<String> mistakes() {
        return Stream.concat(
                findings.stream()
                        .filter(finding -> finding.kind().weight() == Weight.MISTAKE)
                        .map(Finding::toString),
                scenarios.problems().stream().map(Problem::toString));
    }

    public boolean isReady() {
        return mistakes().findAny().isEmpty();
    }
}
