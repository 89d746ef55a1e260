package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Operand;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.Rule.Status;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.RuleTable.HitPolicy;
import io.redoubt.shared.Micros;
import io.redoubt.shared.ValueType.Quantity;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a supplier is not told, since whoever knows the points of a row works on the points. Of a rule that makes
 * points, the number of points in any form is left out; so is a limit where several rows of a first-hit table grade one
 * field, because each step of such a ladder can be read off the change of a figure; and so is a text in which the
 * author names the number, or a number that happens to be the same. Bars have no points and are told in full.
 */
record Discretion(RulePack pack, Amounts amounts, Audience audience) {
    /** Whether the numbers in a comparison are told. */
    boolean tells(Rule rule, Comparison comparison) {
        if (audience == Audience.INTERNAL
                || !(rule.then() instanceof AddPoints)
                || !(comparison.field().type() instanceof Quantity)) {
            return true;
        }
        return !isGraded(rule, comparison)
                && comparison.operands().stream()
                        .flatMap(operand -> amounts.values(operand).stream())
                        .noneMatch(value -> names(rule, Micros.format(value)));
    }

    /** A text of the author where it may be told, else nothing. */
    String told(Rule rule, String text) {
        return audience == Audience.SUPPLIERS && names(rule, text) ? "" : text;
    }

    private boolean names(Rule rule, String text) {
        return rule.then() instanceof AddPoints add
                && amounts.values(add.points()).stream()
                        .map(value -> Micros.format(Math.abs(value)))
                        .anyMatch(number -> number(number).matcher(text).find());
    }

    /** The number by itself, and neither a part of another one nor of a name such as {@code ISO_27001} or {@code LEG-01}. */
    private static Pattern number(String number) {
        return Pattern.compile("(?<![\\p{L}\\p{N}_])(?<![\\p{N}\\p{L}][.,-])" + Pattern.quote(number)
                + "(?![\\p{L}\\p{N}_])(?![.,]\\p{N})");
    }

    private boolean isGraded(Rule rule, Comparison comparison) {
        boolean first = pack.tables().stream()
                .filter(table -> table.id().equals(rule.table()))
                .map(RuleTable::policy)
                .anyMatch(HitPolicy.FIRST::equals);
        Set<List<Operand>> limits = pack.rules().stream()
                .filter(other -> other.table().equals(rule.table()) && other.status() == Status.ACTIVE)
                .flatMap(other -> other.when().comparisons())
                .filter(other -> other.field().equals(comparison.field()))
                .map(Comparison::operands)
                .collect(Collectors.toSet());
        return first && limits.size() > 1;
    }
}
