package io.redoubt.cli;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.RulePack;
import io.redoubt.scoring.Alternative;
import io.redoubt.scoring.Figure;
import io.redoubt.scoring.RatingDetail;
import io.redoubt.scoring.RatingOutcome;
import io.redoubt.scoring.RatingOutcome.Disqualified;
import io.redoubt.scoring.RatingOutcome.Rated;
import io.redoubt.scoring.RatingOutcome.Unrated;
import io.redoubt.scoring.RuleExplanation;
import io.redoubt.scoring.Sensitivity;
import io.redoubt.shared.Share;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One supplier's rating in full, for a terminal: every step of every figure, and what each rule says. */
final class ExplanationText {
    private final Lines text = new Lines();
    private final RulePack pack;
    private final RatingOutcome outcome;
    private final RatingDetail detail;
    private final RuleNames names;

    private ExplanationText(RatingOutcome outcome, RulePack pack) {
        this.pack = pack;
        this.outcome = outcome;
        this.detail = outcome.detail();
        this.names = new RuleNames(pack, detail.asOf());
    }

    static String of(SupplierFacts facts, RatingOutcome outcome, List<RuleExplanation> rules, RulePack pack) {
        ExplanationText explanation = new ExplanationText(outcome, pack);
        explanation.heading(facts);
        explanation.headline();
        explanation.figures();
        explanation.clearances();
        explanation.engagements();
        explanation.gaps();
        new RuleList(explanation.text, pack, explanation.names).print(rules);
        return explanation.text.toString();
    }

    private void heading(SupplierFacts facts) {
        text.add("%s %s: %s as of %s", facts.id(), facts.name(), outcome.badge(), detail.asOf());
        facts.disputes().stream()
                .filter(dispute -> dispute.isOpen(detail.asOf()))
                .forEach(dispute ->
                        text.add("Disputed by the supplier since %s: %s", dispute.openedOn(), dispute.subject()));
    }

    private void headline() {
        if (outcome instanceof Rated) {
            Figure overall = detail.overall();
            text.add(
                    "%s %d; %s. Coverage %s.",
                    isRisk() ? "Risk" : "Points",
                    overall.worst().headline(),
                    overall.isSettled()
                            ? "nothing that is open would change it"
                            : "could be " + overall.couldBe() + " if what is open comes back well",
                    detail.coverage());
            return;
        }
        List<String> reasons = outcome instanceof Unrated unrated
                ? unrated.reasons()
                : ((Disqualified) outcome).rules().stream().map(names::named).toList();
        reasons.forEach(reason -> text.add("%s", reason));
        text.add("The figures below are no rating; they show what is known. Coverage %s.", detail.coverage());
    }

    /** Where more is better the figures are no risk. */
    private boolean isRisk() {
        return pack.aggregation().scale().isHigh();
    }

    private void figures() {
        FigureText figures = new FigureText(text, names, detail);
        String control = isRisk() ? "Control risk" : "Control";
        if (pack.judgesLocation()) {
            Share location = pack.thresholds().locationShare();
            text.add(
                    "%nOverall is %s %s + %s location exposure",
                    location.rest(), control.toLowerCase(Locale.ROOT), location);
        }
        figures.print("Overall", detail.overall());
        figures.print(control, detail.control());
        new DomainList(text, pack, names, detail).print();
        reasons();
        weights();
        detail.sites().forEach((site, figure) -> figures.print("Location exposure of site " + site, figure));
    }

    private void clearances() {
        text.add("%nClearances");
        detail.clearances()
                .forEach((workClass, clearance) -> text.add(
                        "  %-34s %-18s %s", workClass, clearance.status(), String.join(" ", clearance.reasons())));
    }

    private void gaps() {
        if (!detail.gaps().isEmpty()) {
            text.add(
                    "%nContract clauses not agreed or shorter than ours, ours to negotiate: %s",
                    String.join(" ", detail.gaps()));
        }
    }

    private void engagements() {
        if (!detail.engagements().isEmpty()) {
            text.add(
                    "%nEngagements: inherent risk, effectiveness of controls, residual risk (best to worst), clearance");
        }
        detail.engagements()
                .forEach((id, risk) -> text.add(
                        "  %-12s %s to %s, %s to %s, %s to %s, %s %s",
                        id,
                        risk.inherent().best(),
                        risk.inherent().worst(),
                        risk.effectiveness().best(),
                        risk.effectiveness().worst(),
                        risk.residual().best(),
                        risk.residual().worst(),
                        risk.clearance().status(),
                        String.join(" ", risk.clearance().reasons())));
    }

    private void reasons() {
        if (!detail.reasons().isEmpty()) {
            text.add("%nReasons at the worst end: points, and how much riskier that is than what it is compared with");
            detail.reasons()
                    .forEach(reason -> text.add(
                            "  %-28s %8s %8s  %s", reason.code(), reason.points(), reason.difference(), reason.fact()));
        }
    }

    private void weights() {
        detail.alternatives()
                .forEach(other ->
                        text.add("%nUnder the %s weights: %s%s", other.weights(), other.badge(), number(other)));
        detail.sensitivity().ifPresent(this::sensitivity);
    }

    /** Without a band there is no number, under whichever weights. */
    private String number(Alternative other) {
        if (!(outcome instanceof Rated)) {
            return "";
        }
        Figure overall = other.overall();
        return ", " + overall.worst().headline() + (overall.isSettled() ? "" : "; could be " + overall.couldBe());
    }

    private void sensitivity(Sensitivity.Result found) {
        if (found.changed() == 0) {
            text.add(
                    "%nUnder ±20 %% weights the band stays the same in all %d samples (seed %d)",
                    found.samples(), found.seed());
            return;
        }
        String bands = found.bands().entrySet().stream()
                .map(band -> band.getKey() + " in " + band.getValue())
                .collect(Collectors.joining(", "));
        text.add("%nUnder ±20 %% weights, %d samples (seed %d): %s", found.samples(), found.seed(), bands);
    }
}
