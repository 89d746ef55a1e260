package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Aggregation;
import io.redoubt.rulepack.Band;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.Domain.Figure;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.Scale;
import io.redoubt.rulepack.Thresholds;
import io.redoubt.rulepack.method.Block.Bullets;
import io.redoubt.rulepack.method.Block.Heading;
import io.redoubt.rulepack.method.Block.Row;
import io.redoubt.rulepack.method.Block.Table;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the figures mean: how rules make domains, domains figures, and figures bands. */
record FigureChapters(Telling telling) {
    void add(List<Block> blocks) {
        blocks.add(new Heading(2, Anchor.section("figures"), Prose.of("What the figures mean")));
        blocks.add(new Bullets(meaning().map(Prose::of).toList()));
        blocks.add(domains());
        blocks.add(bands());
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
        Aggregation aggregation = telling.pack().aggregation();
        if (aggregation.isRatio()) {
            return "Domain: the same part of the scale as the points made are of the most that the facts that apply"
                    + " could make.";
        }
        return "Domain: its baseline and the points of every rule of it that fires"
                + (aggregation.isSum() ? "." : ", never beyond the ends of the scale.");
    }

    private String figureIsMade() {
        return telling.pack().aggregation().isSum()
                ? "Control figure: the sum of the control domains, never beyond the ends of the scale."
                : "Control figure: the mean of the control domains by their weights.";
    }

    private Block domains() {
        List<String> heads = new ArrayList<>(List.of("Domain", "Figure", "Weight"));
        if (telling.isInternal()) {
            heads.add("Baseline");
            heads.add("Id");
        }
        return new Table(
                "Domains",
                heads,
                telling.pack().domains().stream().map(this::row).toList());
    }

    private Row row(Domain domain) {
        List<Prose> cells = new ArrayList<>(List.of(
                Prose.of(domain.title()),
                Prose.of(domain.figure() == Figure.CONTROL ? "Control" : "Location"),
                Prose.of(weight(telling.pack(), domain))));
        if (telling.isInternal()) {
            cells.add(Prose.of(Amounts.withUnit(domain.baseline().micros(), "points")));
            cells.add(Prose.code(domain.id()));
        }
        return new Row(List.of(), cells);
    }

    /** In a sum of domains none has a weight. */
    static String weight(RulePack pack, Domain domain) {
        return pack.aggregation().isSum() && domain.figure() == Figure.CONTROL
                ? "counts in whole"
                : percent(domain.weight()) + " of the " + Nouns.lower(domain.figure()) + " figure";
    }

    /** Two decimals are enough to read; equal weights of seven domains have no end. */
    static String percent(Share share) {
        long hundredths = Math.round(share.ppm() / 100.0);
        String exact = share.toString();
        String rounded = Micros.format(hundredths * 10_000) + " %";
        return rounded.equals(exact) ? exact : "about " + rounded;
    }

    private Block bands() {
        List<Row> rows = new ArrayList<>();
        int above = telling.pack().aggregation().scale().from();
        for (Band band : telling.pack().bands()) {
            List<Prose> cells = new ArrayList<>(List.of(
                    Prose.code(band.id()),
                    Prose.of(above + " to " + band.upTo()),
                    Prose.of(WorkClassWords.of(band.bars()))));
            if (telling.isInternal()) {
                cells.add(Prose.of(band.advice()));
            }
            rows.add(new Row(List.of(), cells));
            above = band.upTo() + 1;
        }
        List<String> heads = new ArrayList<>(List.of("Band", "Overall figure", "Bars"));
        if (telling.isInternal()) {
            heads.add("Advice");
        }
        return new Table("Bands, by the worst end of the overall figure, rounded to the riskier side", heads, rows);
    }
}
