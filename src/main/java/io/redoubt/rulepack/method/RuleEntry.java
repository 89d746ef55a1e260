package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.Rule.Dossier;
import io.redoubt.rulepack.Rule.Status;
import io.redoubt.rulepack.Scenario;
import io.redoubt.rulepack.Scenario.Expected;
import io.redoubt.rulepack.drl.DrlRenderer;
import io.redoubt.rulepack.method.Block.Boxed;
import io.redoubt.rulepack.method.Block.Entries;
import io.redoubt.rulepack.method.Block.Entry;
import io.redoubt.rulepack.method.Block.Heading;
import io.redoubt.rulepack.method.Block.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One rule: what it says, what its author says of it, and for whoever answers for the pack how it is tried and written. */
record RuleEntry(Telling telling) {
    Block of(Rule rule) {
        Dossier dossier = rule.dossier();
        Discretion discretion = telling.wording().discretion();
        List<Entry> entries = new ArrayList<>();
        add(entries, "Questions", Prose.joined(telling.sentence(rule).leftOut(), "; "));
        add(entries, "What is looked at", Prose.of(discretion.told(rule, dossier.description())));
        add(
                entries,
                telling.isInternal() ? "Remediation" : "What would help",
                Prose.of(discretion.told(rule, dossier.remediation())));
        if (telling.isInternal()) {
            add(entries, "Rationale", Prose.of(dossier.rationale()));
        }
        add(entries, "Reason code", Prose.code(dossier.reason()));
        if (telling.isInternal()) {
            add(entries, "Requirements", Prose.of(String.join(", ", rule.requirements())));
        }
        add(entries, "Sources", telling.cited(rule.citations()));
        if (telling.isInternal()) {
            add(entries, "Status", Prose.of(rule.status() == Status.ACTIVE ? "active" : "deprecated"));
        }
        List<Block> blocks = new ArrayList<>(List.of(
                new Heading(4, Anchor.rule(rule.id()), heading(rule)),
                new Statement(telling.sentence(rule).told()),
                new Entries(entries)));
        if (!telling.isInternal()) {
            return new Boxed(blocks, "");
        }
        List<Entry> tried = new ArrayList<>();
        add(tried, "Fires in", scenarios(rule, Expected::fires));
        add(tried, "Stays open in", scenarios(rule, Expected::open));
        add(tried, "Stays silent in", scenarios(rule, Expected::silent));
        if (!tried.isEmpty()) {
            blocks.add(new Entries(tried, true));
        }
        return new Boxed(blocks, DrlRenderer.render(rule));
    }

    private Prose heading(Rule rule) {
        String title = telling.wording().discretion().told(rule, rule.dossier().title());
        return Prose.of(rule.id() + (title.isEmpty() ? "" : ": " + title));
    }

    private static void add(List<Entry> entries, String term, Prose text) {
        if (!text.plain().isBlank()) {
            entries.add(new Entry(term, text));
        }
    }

    private Prose scenarios(Rule rule, Function<Expected, List<String>> named) {
        List<String> names = telling.pack().scenarios().stream()
                .filter(scenario -> named.apply(scenario.expected()).contains(rule.id()))
                .map(Scenario::name)
                .toList();
        return Prose.of(
                String.join("; ", names.stream().map(name -> "“" + name + "”").toList()));
    }
}
