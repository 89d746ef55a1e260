package io.redoubt.cli;

import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.RuleTable.HitPolicy;
import io.redoubt.scoring.RuleExplanation;
import io.redoubt.scoring.RuleExplanation.Fact;
import io.redoubt.shared.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each rule says of the facts. In a first-hit table a rule below one that certainly fires on the same fact has no
 * effect whatever it says of it, so it is not reached.
 */
final class RuleList {
    private static final String INDENT = " ".repeat(11);

    private final Lines text;
    private final RuleNames names;
    private final Set<String> firstHit = new HashSet<>();
    /** By table and fact, the rule that certainly fires first. */
    private final Map<String, String> decided = new HashMap<>();

    RuleList(Lines text, RulePack pack, RuleNames names) {
        this.text = text;
        this.names = names;
        pack.tables().stream()
                .filter(table -> table.policy() == HitPolicy.FIRST)
                .map(RuleTable::id)
                .forEach(firstHit::add);
    }

    /** @param rules in the pack's order, which is that of their tables */
    void print(List<RuleExplanation> rules) {
        text.add("%nRules");
        rules.forEach(this::rule);
    }

    private void rule(RuleExplanation rule) {
        String table = names.rule(rule.rule())
                .map(Rule::table)
                .filter(firstHit::contains)
                .orElse("");
        List<Fact> reached = new ArrayList<>();
        List<String> details = new ArrayList<>();
        for (Fact fact : rule.facts()) {
            String before = decided.get(table + " " + fact.fact());
            if (before == null) {
                reached.add(fact);
            } else if (fact.truth().isPossible()) {
                details.add(fact.fact() + ": " + before + " comes before it");
            }
        }
        reached.stream()
                .filter(fact -> !table.isEmpty() && fact.truth() == Truth.TRUE)
                .forEach(fact -> decided.put(table + " " + fact.fact(), rule.rule()));
        Truth truth = reached.stream().map(Fact::truth).reduce(Truth.FALSE, Truth::or);
        verdict(rule, truth, rule.truth().isPossible() && !truth.isPossible());
        reached.stream()
                .filter(fact -> fact.truth() != Truth.FALSE || rule.truth() == Truth.FALSE)
                .forEach(this::fact);
        details.forEach(detail -> text.add("%s%s", INDENT, detail));
        if (truth.isPossible()) {
            names.rule(rule.rule()).ifPresent(this::sources);
        }
    }

    private void verdict(RuleExplanation rule, Truth truth, boolean unreached) {
        String verdict = unreached
                ? "not reached"
                : switch (truth) {
                    case TRUE -> "fires";
                    case MAYBE -> "open";
                    case FALSE -> "silent";
                };
        String none = rule.facts().isEmpty() ? " (no such fact)" : "";
        text.add("  %-8s %-11s %s%s", rule.rule(), verdict, names.title(rule.rule()), none);
    }

    private void fact(Fact fact) {
        if (fact.truth() == Truth.FALSE) {
            text.add("%s%s: %s", INDENT, fact.fact(), String.join("; ", fact.against()));
            return;
        }
        String read = fact.because().isEmpty() ? "always" : String.join(", ", fact.because());
        text.add("%s%s: %s", INDENT, fact.fact(), read);
        fact.against().forEach(against -> text.add("%s  open: %s", INDENT, against));
    }

    /** What a rule that may act compares with, and what it stands on. */
    private void sources(Rule rule) {
        List<String> limits = names.limits(rule);
        if (!limits.isEmpty()) {
            text.add("%swith the parameters of the day: %s", INDENT, String.join(", ", limits));
        }
        if (!rule.citations().isEmpty()) {
            text.add("%ssources: %s", INDENT, String.join(", ", rule.citations()));
        }
    }
}
