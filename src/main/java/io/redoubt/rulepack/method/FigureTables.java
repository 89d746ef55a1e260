package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Band;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.Domain.Figure;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.method.Block.Row;
import io.redoubt.rulepack.method.Block.Table;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Share;
import java.util.ArrayList;
import java.util.List;

/** Domains with their weights, and bands with what they bar. */
record FigureTables(Telling telling) {
    Block domains() {
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

    Block bands() {
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
