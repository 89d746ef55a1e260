package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.checks.Finding;
import io.redoubt.rulepack.checks.Finding.Weight;
import io.redoubt.rulepack.method.Block.Bullets;
import io.redoubt.rulepack.method.Block.Heading;
import io.redoubt.rulepack.method.Block.Paragraph;
import java.util.List;

/** What the static checks would have somebody look at. */
record DiscussionChapter(Telling telling) {
    void add(List<Block> blocks, List<Finding> findings) {
        blocks.add(new Heading(2, Anchor.section("discussion"), Prose.of("Points to discuss")));
        if (findings.isEmpty()) {
            blocks.add(new Paragraph(Prose.of("The static checks found nothing.")));
            return;
        }
        blocks.add(
                new Paragraph(Prose.of("What the static checks found. A doubt may be meant: then nothing is to do.")));
        blocks.add(new Bullets(findings.stream().map(this::point).toList()));
    }

    private Prose point(Finding finding) {
        Prose kind = Prose.of(finding.kind().weight() == Weight.MISTAKE ? "Mistake" : "Doubt");
        boolean known = telling.pack().rules().stream().map(Rule::id).anyMatch(finding.rule()::equals);
        Prose about = known ? Prose.of(", ").then(Prose.link(Anchor.rule(finding.rule()), finding.rule())) : Prose.NONE;
        return kind.then(about).then(": " + finding.message());
    }
}
