package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.Domain.Figure;
import io.redoubt.rulepack.InherentPoints;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.Weighting;
import io.redoubt.rulepack.Weighting.WeightSet;
import io.redoubt.rulepack.method.Block.Heading;
import io.redoubt.rulepack.method.Block.Paragraph;
import io.redoubt.rulepack.method.Block.Row;
import io.redoubt.rulepack.method.Block.Table;
import java.util.ArrayList;
import java.util.List;

/** Judgements that no rule holds: other opinions on the weights, and the scale of engagements. */
record PolicyChapters(Telling telling) {
    void add(List<Block> blocks) {
        Weighting weighting = telling.pack().weighting();
        // In a sum of domains none has a weight to draw.
        int samples = telling.pack().aggregation().isSum() ? 0 : weighting.samples();
        if (!weighting.sets().isEmpty() || samples > 0) {
            weights(blocks, weighting, samples);
        }
        if (!telling.pack().engagement().isEmpty()) {
            engagement(blocks);
        }
    }

    private void weights(List<Block> blocks, Weighting weighting, int samples) {
        blocks.add(new Heading(2, Anchor.section("weights"), Prose.of("Other weights")));
        String drawn = samples + " sets in which chance makes each weight up to a fifth smaller or larger (seed "
                + weighting.seed() + ")";
        blocks.add(new Paragraph(
                Prose.of("The rating itself is made under the weights above. It is computed as well under "
                        + (weighting.sets().isEmpty()
                                ? drawn
                                : "the sets below" + (samples > 0 ? ", and under " + drawn : ""))
                        + ", so that a band that hangs on the weights is seen to.")));
        RulePack pack = telling.pack();
        List<Domain> domains = pack.domains(Figure.CONTROL);
        for (WeightSet set : weighting.sets()) {
            blocks.add(new Heading(3, Anchor.section("weights-" + set.id()), Prose.of(set.title())));
            blocks.add(new Paragraph(Prose.of(set.rationale())));
            blocks.add(new Paragraph(Prose.of("Source: ").then(telling.cited(set.citation()))));
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < domains.size(); i++) {
                rows.add(Row.of(
                        Prose.of(domains.get(i).title()),
                        Prose.of(FigureTables.percent(set.weights().get(i))),
                        Prose.of(FigureTables.percent(domains.get(i).weight()))));
            }
            blocks.add(new Table(set.title(), List.of("Domain", "Weight here", "Weight of the rating"), rows));
        }
    }

    private void engagement(List<Block> blocks) {
        blocks.add(new Heading(2, Anchor.section("engagement"), Prose.of("Inherent risk of an engagement")));
        blocks.add(new Paragraph(Prose.of("The sum of one row for each kind, at most 100 points. What is left after the"
                + " supplier's safeguards is inherent risk × (1 − effectiveness), and effectiveness is at most"
                + " 0.9 × (1 − control risk / 100).")));
        blocks.add(new Table(
                "Points of inherent risk",
                List.of("Kind", "Value", "Points"),
                telling.pack().engagement().stream().map(this::row).toList()));
    }

    private Row row(InherentPoints row) {
        String kind = switch (row.of()) {
            case VALUE -> "Value of everything disclosed, as a set";
            case SAFETY -> "Worst harm to people that a compromise can do";
            case ACCESS -> "How the supplier gets at what is disclosed";
            case LOCATION -> "Location exposure of the site";
        };
        return Row.of(
                Prose.of(kind),
                row.code().isEmpty() ? Prose.of("for an exposure of 100, less in proportion") : Prose.code(row.code()),
                Prose.of(Amounts.withUnit(row.points().micros(), "points")));
    }
}
