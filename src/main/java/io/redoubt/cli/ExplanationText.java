package io.redoubt.cli;

import io.redoubt.rulepack.RulePack;
import io.redoubt.scoring.RatingDetail;
import io.redoubt.scoring.RatingOutcome;
import io.redoubt.scoring.RuleExplanation;
import io.redoubt.scoring.SupplierFacts;
import io.redoubt.scoring.Waterfall;
import io.redoubt.shared.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One supplier's rating in full, for a terminal: every step of every figure, and what each rule says. */
final class ExplanationText {
    private final StringBuilder text = new StringBuilder();

    private final Map<String, String> titles = new HashMap<>();

    private ExplanationText(RulePack pack) {
        pack.rules().forEach(rule -> titles.put(rule.id(), rule.dossier().title()));
    }

    static String of(SupplierFacts facts, RatingOutcome outcome, List<RuleExplanation> rules, RulePack pack) {
        ExplanationText explanation = new ExplanationText(pack);
        RatingDetail detail = outcome.detail();
        explanation.line("%s %s: %s as of %s", facts.id(), facts.name(), outcome.badge(), detail.asOf());
        explanation.line(
                "Risk %d; could be %d. Coverage %s.",
                detail.overall().worst().headline(), detail.overall().best().headline(), detail.coverage());
        explanation.waterfall("Overall, worst end", detail.overall().worst());
        explanation.waterfall("Overall, best end", detail.overall().best());
        explanation.waterfall("Control risk, worst end", detail.control().worst());
        explanation.waterfall("Control risk, best end", detail.control().best());
        detail.sites().forEach((site, figure) -> {
            explanation.waterfall("Location exposure of " + site + ", worst end", figure.worst());
            explanation.waterfall("Location exposure of " + site + ", best end", figure.best());
        });
        explanation.line("%nClearances");
        detail.clearances()
                .forEach((workClass, clearance) -> explanation.line(
                        "  %-34s %-18s %s", workClass, clearance.status(), String.join(" ", clearance.reasons())));
        explanation.line("%nRules");
        rules.forEach(explanation::rule);
        return explanation.text.toString();
    }

    private void waterfall(String title, Waterfall waterfall) {
        line("%n%s: %d", title, waterfall.headline());
        waterfall.steps().forEach(step -> line("  %12s  %-12s %s", step.points(), step.kind(), named(step.label())));
    }

    /** A label that begins with a rule is followed by what the rule is about. */
    private String named(String label) {
        String first = label.split("[| ]", 2)[0];
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
