package io.redoubt.rulepack.method;

import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.Scale;
import io.redoubt.rulepack.Thresholds;
import io.redoubt.rulepack.method.Block.Bullets;
import io.redoubt.rulepack.method.Block.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the figures mean: how rules make domains, domains figures, and figures bands. */
record FigureChapter(Telling telling) {
    void add(List<Block> blocks) {
        blocks.add(new Heading(2, Anchor.section("figures"), Prose.of("What the figures mean")));
        blocks.add(new Bullets(meaning().map(Prose::of).toList()));
        blocks.add(new FigureTables(telling).domains());
        blocks.add(new FigureTables(telling).bands());
    }

    private Stream<String> meaning() {
        RulePack pack = telling.pack();
        Scale scale = pack.aggregation().scale();
        Thresholds limits = pack.thresholds();
        List<String> said = new ArrayList<>();
        said.add("Scale: " + scale.from() + " to " + scale.to() + ". "
                + (scale.isHigh() ? "More points are worse." : "More points are better."));
        said.add(domainsAreMade());
        said.add(figureIsMade());
        if (!limits.floorAllowance().equals(scale.span())) {
            said.add("Floor: the control figure is never "
                    + (telling.isInternal()
                            ? "more than "
                                    + Amounts.withUnit(limits.floorAllowance().micros(), "points")
                            : "much")
                    + " safer than its worst domain.");
        }
        if (pack.judgesLocation()) {
            said.add("Overall: " + limits.locationShare().rest() + " control and " + limits.locationShare()
                    + " location exposure. Location is judged for each site, and the riskiest site counts.");
        }
        said.add("Two ends: every figure has a worst and a best end. Bands and clearances go by the worst; the best is"
                + " where the supplier would stand if every open item came back well.");
        said.add("Coverage floor: with less than " + limits.coverageFloor()
                + " of the weight answered with live evidence a supplier is unrated: it has no figure and no band.");
        said.add("Not-applicable limit: with more than " + limits.notApplicableLimit()
                + " of a control domain's weight said not to apply, a supplier is unrated. A domain that the rules"
                + " excuse wholly does not count towards it.");
        if (pack.aggregation().reasons().top() > 0) {
            said.add("Reason codes: at most " + pack.aggregation().reasons().top() + " are given with a rating.");
        }
        return said.stream();
    }

    private String domainsAreMade() {
        if (telling.pack().aggregation().isRatio()) {
            return "Domain: the same part of the scale as the points made are of the most that the facts that apply"
                    + " could make.";
        }
        return "Domain: its baseline and the points of every rule of it that fires"
                + (telling.pack().aggregation().isSum() ? "." : ", never beyond the ends of the scale.");
    }

    private String figureIsMade() {
        return telling.pack().aggregation().isSum()
                ? "Control figure: the sum of the control domains, never beyond the ends of the scale."
                : "Control figure: the mean of the control domains by their weights.";
    }
}
