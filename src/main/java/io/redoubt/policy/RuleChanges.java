package io.redoubt.policy;

import io.redoubt.rulepack.PackException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What the rules of a draft say other than those in force, as sentences made from both models, so that who approves a
 * change of cells reads what it means.
 *
 * @param asOf day whose parameter values the sentences name, as ISO 8601; empty where there are no rules to compare
 * @param rules by id
 */
record RuleChanges(String asOf, List<RuleChange> rules) {
    /** Of what has no rules of its own. */
    static final RuleChanges NONE = new RuleChanges("", List.of());

    /**
     * A rule that says something else.
     *
     * @param before empty where there was none in force
     * @param after empty where there is none in force any more
     */
    record RuleChange(String rule, String before, String after) {}

    /** @param today the first day that is looked at */
    static RuleChanges of(Methodology before, Methodology after, LocalDate today) throws PackException {
        LocalDate day = DatedValues.whenMostCounts(before, after, today);
        SortedMap<String, String> old = before.sentences(day);
        SortedMap<String, String> now = after.sentences(day);
        Set<String> rules = new TreeSet<>(old.keySet());
        rules.addAll(now.keySet());
        List<RuleChange> changes = new ArrayList<>();
        for (String rule : rules) {
            RuleChange change = new RuleChange(rule, old.getOrDefault(rule, ""), now.getOrDefault(rule, ""));
            if (!change.before().equals(change.after())) {
                changes.add(change);
            }
        }
        return new RuleChanges(day.toString(), changes);
    }
}
