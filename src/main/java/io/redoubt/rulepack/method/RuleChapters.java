package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Action.Excuse;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.Rule.Status;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.RuleTable.HitPolicy;
import io.redoubt.rulepack.method.Block.Heading;
import io.redoubt.rulepack.method.Block.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** All rules: bars first, since no points outweigh them, then domain by domain, then what need not be answered. */
record RuleChapters(Telling telling) {
    List<Block> active() {
        List<Block> blocks = new ArrayList<>();
        chapter(
                blocks,
                "knock-outs",
                "Knock-outs",
                "A knock-out bars classes of work whatever the points. Where it may apply because something is not known,"
                        + " the work is unproven and may not be awarded either.",
                rule -> rule.then() instanceof Bar);
        for (Domain domain : telling.pack().domains()) {
            chapter(
                    blocks,
                    "domain-" + domain.id(),
                    domain.title(),
                    domain.figure() == Domain.Figure.LOCATION
                            ? "Judged for the country of each site; the riskiest site counts."
                            : "Weight: " + FigureTables.weight(telling.pack(), domain) + ".",
                    rule -> rule.then() instanceof AddPoints add && add.domain().equals(domain.id()));
        }
        chapter(
                blocks,
                "excuses",
                "Questions that need not be answered",
                "Where such a rule certainly applies, the supplier may say that a question does not apply to it, with a"
                        + " reason, an approver and an end date. Where it only may apply, the question stays.",
                rule -> rule.then() instanceof Excuse);
        return blocks;
    }

    /** Rules that no longer act; past ratings still name them. */
    List<Block> deprecated() {
        List<Rule> rules = telling.pack().rules().stream()
                .filter(rule -> rule.status() == Status.DEPRECATED)
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (!rules.isEmpty()) {
            blocks.add(new Heading(2, Anchor.section("deprecated"), Prose.of("Appendix: deprecated rules")));
            blocks.add(new Paragraph(
                    Prose.of("These rules act no longer. They are kept because past ratings name them.")));
            rules.forEach(rule -> blocks.add(new RuleEntry(telling).of(rule)));
        }
        return blocks;
    }

    private void chapter(List<Block> blocks, String id, String title, String about, Predicate<Rule> belongs) {
        List<Block> tables = new ArrayList<>();
        for (RuleTable table : telling.pack().tables()) {
            List<Rule> rows = telling.pack().rules().stream()
                    .filter(rule ->
                            rule.status() == Status.ACTIVE && rule.table().equals(table.id()))
                    .filter(belongs)
                    .toList();
            if (!rows.isEmpty()) {
                tables.add(new Heading(3, Anchor.section(id + "-" + table.id()), Prose.of(named(table))));
                tables.add(new Paragraph(Prose.of(described(table) + order(table))));
                rows.forEach(row -> tables.add(new RuleEntry(telling).of(row)));
            }
        }
        if (!tables.isEmpty()) {
            blocks.add(new Heading(2, Anchor.section(id), Prose.of(title)));
            blocks.add(new Paragraph(Prose.of(about)));
            blocks.addAll(tables);
        }
    }

    private static String named(RuleTable table) {
        String name = table.id().replace('_', ' ');
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** A file of safe DRL has no description but its name. */
    private String described(RuleTable table) {
        boolean told = telling.pack().rules().stream()
                .filter(rule -> rule.table().equals(table.id()))
                .noneMatch(rule -> telling.wording()
                        .discretion()
                        .told(rule, table.description())
                        .isEmpty());
        return told && !table.description().endsWith(".drl") ? table.description() + " " : "";
    }

    private static String order(RuleTable table) {
        String each = table.subject() == FactType.SUPPLIER ? "" : "For each " + Nouns.of(table.subject()) + ", ";
        String text = table.policy() == HitPolicy.FIRST
                ? "the first of these rules that applies acts, and no other."
                : "every one of these rules that applies acts.";
        return each.isEmpty() ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : each + text;
    }
}
