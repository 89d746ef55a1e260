package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Rule.Status;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.method.Block.Bullets;
import io.redoubt.rulepack.method.Block.Entries;
import io.redoubt.rulepack.method.Block.Entry;
import io.redoubt.rulepack.method.Block.Heading;
import io.redoubt.rulepack.method.Block.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** The chapters of a document in their order. */
record Assembly(Method method, Telling telling) {
    Document document() {
        FigureChapter figures = new FigureChapter(telling);
        RuleChapters rules = new RuleChapters(telling);
        List<Block> blocks = new ArrayList<>();
        blocks.add(head());
        reading(blocks);
        figures.add(blocks);
        if (telling.isInternal()) {
            new PolicyChapters(telling).add(blocks);
        }
        new QuestionChapter(telling, method.catalogue()).add(blocks);
        blocks.addAll(rules.active());
        if (telling.isInternal()) {
            new ParameterChapter(telling).add(blocks);
            new FactChapter(telling).add(blocks);
            new DiscussionChapter(telling).add(blocks, method.findings());
        }
        new SourceChapter(telling).add(blocks);
        if (telling.isInternal()) {
            blocks.addAll(rules.deprecated());
        }
        return new Document(method.pack().header().title(), blocks);
    }

    private Block head() {
        RulePack pack = method.pack();
        long active = pack.rules().stream()
                .filter(rule -> rule.status() == Status.ACTIVE)
                .count();
        List<Entry> entries = new ArrayList<>(List.of(
                new Entry(
                        "Rule pack",
                        Prose.of(pack.header().id() + ", version "
                                + pack.header().version())),
                new Entry(
                        "In force from", Prose.of(pack.header().effectiveFrom().toString())),
                new Entry("As of", Prose.of(method.day().toString())),
                new Entry("Owner", Prose.of(pack.header().owner())),
                new Entry("SHA-256", Prose.code(pack.hash())),
                new Entry("Rules", Prose.of(Long.toString(active)))));
        if (!telling.isInternal()) {
            entries.add(new Entry("For", Prose.of("suppliers; the points of single rules are not published")));
        }
        return new Entries(entries);
    }

    private void reading(List<Block> blocks) {
        blocks.add(new Heading(2, Anchor.section("reading"), Prose.of("How to read this document")));
        List<Prose> items = new ArrayList<>(List.of(
                Prose.of(
                        "The sentence at the head of each rule is made from the rule as it runs. What stands below it is"
                                + " what its author says."),
                Prose.of("A rule fires where its conditions are certainly met. Where one of them is not known, because"
                        + " nobody answered or the evidence has ended, the rule is open: it counts in the worst end of"
                        + " a figure and not in the best. “Is not” means that the opposite is known, never that"
                        + " nothing is known."),
                Prose.of("A rule that begins with “For each” acts on each such thing by itself."),
                Prose.of("Where several rules of a table could act on the same thing and only the first one does, the"
                        + " later ones begin with “otherwise”.")));
        if (telling.isInternal()) {
            items.add(Prose.of("A number that is a parameter is told by its value on " + method.day()
                    + ", followed by the parameter's name and the values of its other dates."));
        } else {
            items.add(Prose.of("“A limit” stands for a number that is not published because it would tell the points"
                    + " of a rule."));
        }
        blocks.add(new Bullets(items));
        if (telling.isInternal()) {
            blocks.add(new Paragraph(Prose.of(
                    "To comment on a rule, name the id before its title: an id never" + " passes to another rule.")));
        }
    }
}
