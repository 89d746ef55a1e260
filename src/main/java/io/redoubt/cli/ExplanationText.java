package io.redoubt.cli;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.Scale;
import io.redoubt.scoring.Contribution;
import io.redoubt.scoring.DomainValue;
import io.redoubt.scoring.Figure;
import io.redoubt.scoring.RatingDetail;
import io.redoubt.scoring.RatingOutcome;
import io.redoubt.scoring.RatingOutcome.Disqualified;
import io.redoubt.scoring.RatingOutcome.Rated;
import io.redoubt.scoring.RatingOutcome.Unrated;
import io.redoubt.scoring.RuleExplanation;
import io.redoubt.scoring.Sensitivity;
import io.redoubt.scoring.Waterfall;
import io.redoubt.shared.Points;
import io.redoubt.shared.Truth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One supplier's rating in full, for a terminal: every step of every figure, and what each rule says. */
final class ExplanationText {
    private final StringBuilder text = new StringBuilder();

    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, String> remedies = new HashMap<>();

    private ExplanationText(RulePack pack) {
        pack.rules().forEach(rule -> {
            titles.put(rule.id(), rule.dossier().title());
            remedies.put(rule.id(), rule.dossier().remediation());
        });
    }

    static String of(SupplierFacts facts, RatingOutcome outcome, List<RuleExplanation> rules, RulePack pack) {
        ExplanationText explanation = new ExplanationText(pack);
        RatingDetail detail = outcome.detail();
        explanation.line("%s %s: %s as of %s", facts.id(), facts.name(), outcome.badge(), detail.asOf());
        facts.disputes().stream()
                .filter(dispute -> dispute.isOpen(detail.asOf()))
                .forEach(dispute -> explanation.line(
                        "Disputed by the supplier since %s: %s", dispute.openedOn(), dispute.subject()));
        explanation.headline(outcome, pack);
        explanation.figure("Overall", detail.overall());
        explanation.figure("Control risk", detail.control());
        explanation.domains(detail, pack);
        explanation.reasons(detail);
        explanation.weights(detail);
        detail.sites().forEach((site, figure) -> explanation.figure("Location exposure of site " + site, figure));
        explanation.line("%nClearances");
        detail.clearances()
                .forEach((workClass, clearance) -> explanation.line(
                        "  %-34s %-18s %s", workClass, clearance.status(), String.join(" ", clearance.reasons())));
        explanation.engagements(detail);
        if (!detail.gaps().isEmpty()) {
            explanation.line(
                    "%nContract clauses not agreed or shorter than ours, ours to negotiate: %s",
                    String.join(" ", detail.gaps()));
        }
        explanation.line("%nRules");
        rules.forEach(explanation::rule);
        return explanation.text.toString();
    }

    private void headline(RatingOutcome outcome, RulePack pack) {
        RatingDetail detail = outcome.detail();
        if (outcome instanceof Rated) {
            int worst = detail.overall().worst().headline();
            int best = detail.overall().best().headline();
            line(
                    "%s %d; %s. Coverage %s.",
                    pack.aggregation().scale().isHigh() ? "Risk" : "Points",
                    worst,
                    worst == best
                            ? "nothing that is open would change it"
                            : "could be " + best + " if what is open comes back well",
                    detail.coverage());
            return;
        }
        List<String> reasons = outcome instanceof Unrated unrated
                ? unrated.reasons()
                : ((Disqualified) outcome).rules().stream().map(this::named).toList();
        reasons.forEach(reason -> line("%s", reason));
        line("The figures below are no rating; they show what is known. Coverage %s.", detail.coverage());
    }

    private void figure(String title, Figure figure) {
        boolean one = figure.best().steps().equals(figure.worst().steps());
        waterfall(title + (one ? "" : ", worst end"), figure.worst());
        if (!one) {
            waterfall(title + ", best end", figure.best());
        }
    }

    private void waterfall(String title, Waterfall waterfall) {
        line("%n%s: %d", title, waterfall.headline());
        waterfall.steps().forEach(step -> line("  %12s  %-12s %s", step.points(), step.kind(), named(step.label())));
    }

    private void engagements(RatingDetail detail) {
        if (!detail.engagements().isEmpty()) {
            line("%nEngagements: inherent risk, effectiveness of controls, residual risk (best to worst)");
        }
        detail.engagements()
                .forEach((id, risk) -> line(
                        "  %-12s %s to %s, %s to %s, %s to %s",
                        id,
                        risk.inherent().best(),
                        risk.inherent().worst(),
                        risk.effectiveness().best(),
                        risk.effectiveness().worst(),
                        risk.residual().best(),
                        risk.residual().worst()));
    }

    /** The points within each control domain, the worst first: where a correction has the most effect. */
    private void domains(RatingDetail detail, RulePack pack) {
        Scale scale = pack.aggregation().scale();
        line(
                "%nControl domains at the worst end, before weighting%s",
                pack.aggregation().isSum() ? "" : bound(pack));
        detail.domains().stream()
                .sorted(Comparator.comparing(DomainValue::worst, scale.byRisk().reversed()))
                .forEach(domain -> domain(detail, domain, scale));
        detail.left().stream()
                .filter(domain -> pack.aggregation().isRatio())
                .forEach(domain -> line("  %-16s does not apply to the supplier and is left out", domain));
    }

    private static String bound(RulePack pack) {
        return " (the control risk is never more than " + pack.thresholds().floorAllowance()
                + (pack.aggregation().scale().isHigh() ? " below" : " above") + " the worst of them)";
    }

    private void domain(RatingDetail detail, DomainValue domain, Scale scale) {
        String applies = detail.left().contains(domain.domain()) ? "  does not apply to the supplier" : "";
        line("  %-16s %s%s", domain.domain(), domain.worst(), applies);
        detail.contributions().stream()
                .filter(c -> c.domain().equals(domain.domain()) && !c.worst().equals(Points.ZERO))
                .sorted(Comparator.comparing(Contribution::worst, scale.byRisk().reversed()))
                .forEach(c -> {
                    String rules = String.join(" or ", c.rules());
                    line(
                            "    %8s  %s",
                            c.worst(), named(rules + " " + c.fact()) + (c.truth() == Truth.TRUE ? "" : " (open)"));
                    String remedy = remedies.getOrDefault(c.rules().get(0), "");
                    if (!remedy.isEmpty()) {
                        line("              %s", remedy);
                    }
                });
    }

    private void reasons(RatingDetail detail) {
        if (!detail.reasons().isEmpty()) {
            line("%nReasons at the worst end: points, and how much riskier that is than what it is compared with");
            detail.reasons()
                    .forEach(reason -> line(
                            "  %-28s %8s %8s  %s", reason.code(), reason.points(), reason.difference(), reason.fact()));
        }
    }

    private void weights(RatingDetail detail) {
        detail.alternatives()
                .forEach(other -> line(
                        "%nUnder the %s weights: %s, %d; could be %d",
                        other.weights(),
                        other.badge(),
                        other.overall().worst().headline(),
                        other.overall().best().headline()));
        detail.sensitivity().ifPresent(this::sensitivity);
    }

    private void sensitivity(Sensitivity.Result found) {
        if (found.changed() == 0) {
            line(
                    "%nUnder ±20 %% weights the band stays the same in all %d samples (seed %d)",
                    found.samples(), found.seed());
            return;
        }
        String bands = found.bands().entrySet().stream()
                .map(band -> band.getKey() + " in " + band.getValue())
                .collect(Collectors.joining(", "));
        line("%nUnder ±20 %% weights, %d samples (seed %d): %s", found.samples(), found.seed(), bands);
    }

    /** A label that begins with a rule is followed by what the rule is about. */
    private String named(String label) {
        String first = label.split(" ", 2)[0];
        String title = titles.get(first);
        return title == null ? label : label + ": " + title;
    }

    private void rule(RuleExplanation rule) {
        String verdict = rule.truth() == Truth.TRUE ? "fires" : rule.truth() == Truth.MAYBE ? "open" : "silent";
        String title = titles.getOrDefault(rule.rule(), "");
        line("  %-8s %-6s %s%s", rule.rule(), verdict, title, rule.facts().isEmpty() ? " (no such fact)" : "");
        rule.facts().stream()
                .filter(fact -> fact.truth() != Truth.FALSE || rule.truth() == Truth.FALSE)
                .forEach(fact -> line(
                        "           %s: %s",
                        fact.fact(),
                        fact.against().isEmpty() ? "all conditions hold" : String.join("; ", fact.against())));
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
