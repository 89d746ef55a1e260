package io.redoubt.scoring;

import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.Rule;
import io.redoubt.shared.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of two packs, those once that ask the same and do the same: one evaluation then tells what both packs find,
 * and only what a change touched is evaluated twice.
 */
final class RuleUnion {
    private final List<Rule> rules;
    /** By number here: the number in the pack before, and in the one after; −1 where it has no such rule. */
    private final int[] before;

    private final int[] after;
    /** By number here of a rule that one pack has alone: its name and what it does; the same for an edited condition. */
    private final Object[] effects;

    /** What makes two rules the same to an evaluation, whatever people read about them. */
    private record Content(String id, String table, Object when, Object then) {
        static Content of(Rule rule) {
            return new Content(rule.id(), rule.table(), List.of(rule.subject(), rule.when()), rule.then());
        }
    }

    /** What a rule does where it fires. */
    private record Effect(String id, String table, Object then) {}

    RuleUnion(EffectivePack before, EffectivePack after) {
        this.rules = new ArrayList<>(before.rules());
        Map<Content, Integer> known = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            known.put(Content.of(rules.get(i)), i);
        }
        int[] places = new int[rules.size() + after.rules().size()];
        Arrays.fill(places, -1);
        for (int i = 0; i < after.rules().size(); i++) {
            Rule rule = after.rules().get(i);
            Integer place = known.get(Content.of(rule));
            if (place == null) {
                place = rules.size();
                rules.add(rule);
            }
            places[place] = i;
        }
        this.after = Arrays.copyOf(places, rules.size());
        this.before = new int[rules.size()];
        this.effects = new Object[rules.size()];
        for (int i = 0; i < rules.size(); i++) {
            this.before[i] = i < before.rules().size() ? i : -1;
            Rule rule = rules.get(i);
            effects[i] = new Effect(rule.id(), rule.table(), rule.then());
        }
    }

    List<Rule> rules() {
        return rules;
    }

    /** How many rules one of the packs has alone, an edited one counting once in each. */
    int changed() {
        int changed = 0;
        for (int i = 0; i < before.length; i++) {
            changed += isShared(i) ? 0 : 1;
        }
        return changed;
    }

    /**
     * Whether the rows that both packs have stand in the same order wherever only the first hit acts; there a row that was
     * moved acts otherwise on facts that it says nothing new about.
     */
    boolean keepsOrder(Hits hitsBefore) {
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < before.length; i++) {
            if (isShared(i) && hitsBefore.isFirst(before[i])) {
                Integer above = last.put(rules.get(i).table(), after[i]);
                if (above != null && above > after[i]) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isShared(int number) {
        return before[number] >= 0 && after[number] >= 0;
    }

    FactSet before(FactSet facts) {
        return facts.with(facts.trail().renumbered(before));
    }

    FactSet after(FactSet facts) {
        return facts.with(facts.trail().renumbered(after));
    }

    /**
     * Whether the packs find the same on these facts: no rule of one pack alone fires, or its edited twin does for certain
     * on the same row and does the same. What is only possible, and what acts as a first hit, is not compared here: what
     * it comes to hangs on conditions as well.
     */
    boolean findSame(FactSet facts, Hits hitsBefore, Hits hitsAfter) {
        Trail trail = facts.trail();
        Set<List<Object>> alone = new HashSet<>();
        for (int i = 0; i < trail.size(); i++) {
            int rule = trail.rule(i);
            if (isShared(rule)) {
                continue;
            }
            boolean first = before[rule] >= 0 ? hitsBefore.isFirst(before[rule]) : hitsAfter.isFirst(after[rule]);
            if (first || trail.truth(i) != Truth.TRUE) {
                return false;
            }
            List<Object> hit = List.of(effects[rule], trail.row(i));
            if (!alone.add(hit)) {
                alone.remove(hit);
            }
        }
        return alone.isEmpty();
    }
}
