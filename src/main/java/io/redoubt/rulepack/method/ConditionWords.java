package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.AnyOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Rule;
import io.redoubt.shared.ValueType.Quantity;
import java.util.List;

/**
 * What must be so for a rule to act. Alternatives stand in square brackets with letters, so that <em>and</em> and
 * <em>or</em> never compete.
 *
 * @param unit of the number that the rule's question asks for; empty where it asks for none
 */
record ConditionWords(Rule rule, Wording wording, String unit) {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    /**
     * All of the parts.
     *
     * @param called how the first one calls the subject; nothing for <em>it</em>
     */
    Prose of(List<Condition> parts, Prose called) {
        Prose all = Prose.NONE;
        for (int i = 0; i < parts.size(); i++) {
            String glue = i == 0 ? "" : parts.size() == 2 ? " and " : ", and ";
            all = all.then(glue)
                    .then(
                            i > 0 && isSameField(parts.get(i - 1), parts.get(i))
                                    ? words(Prose.NONE).predicate((Comparison) parts.get(i), unit, tells((Comparison)
                                            parts.get(i)))
                                    : part(parts.get(i), 1, i == 0 ? called : Prose.NONE));
        }
        return all;
    }

    /** Two limits of one number need its name once. */
    private static boolean isSameField(Condition one, Condition next) {
        return one instanceof Comparison a
                && next instanceof Comparison b
                && a.field().equals(b.field())
                && a.field().type() instanceof Quantity;
    }

    private ComparisonWords words(Prose called) {
        return new ComparisonWords(wording, rule.subject(), called);
    }

    private boolean tells(Comparison comparison) {
        return wording.discretion().tells(rule, comparison);
    }

    private Prose part(Condition condition, int depth, Prose called) {
        if (condition instanceof Comparison comparison) {
            return words(called).of(comparison, unit, tells(comparison));
        }
        List<Condition> parts = parts(condition);
        if (parts.size() == 1) {
            return part(parts.get(0), depth, called);
        }
        if (parts.isEmpty()) {
            return Prose.of("nothing else is asked");
        }
        boolean any = condition instanceof AnyOf;
        Prose inside = Prose.NONE;
        for (int i = 0; i < parts.size(); i++) {
            Prose told = part(parts.get(i), depth + 1, Prose.NONE);
            inside = inside.then(i == 0 ? "" : any ? "; or " : "; and ")
                    .then("(" + label(depth, i) + ") ")
                    .then(told);
        }
        return Prose.of(any ? "at least one of these is so: [" : "all of these are so: [")
                .then(inside)
                .then("]");
    }

    private static String label(int depth, int index) {
        String letter = index < LETTERS.length() ? LETTERS.substring(index, index + 1) : String.valueOf(index + 1);
        return depth % 2 == 1 ? letter : String.valueOf(index + 1);
    }

    /** What must all be so, whatever brackets it stands in. */
    static List<Condition> whole(Condition condition) {
        boolean any = condition instanceof AnyOf && parts(condition).size() > 1;
        if (any || condition instanceof Comparison) {
            return List.of(condition);
        }
        return parts(condition).stream().flatMap(part -> whole(part).stream()).toList();
    }

    private static List<Condition> parts(Condition condition) {
        if (condition instanceof AllOf all) {
            return all.parts();
        }
        return condition instanceof AnyOf any ? any.parts() : List.of(condition);
    }
}
