package io.redoubt.rulepack.checks;

import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.checks.Finding.Kind;
import io.redoubt.shared.ValueType.Codes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of an ordered column that lie between those of two rows and that no row catches, such as 5 where one row says
 * {@code < 5} and the next {@code > 5}. What lies outside all rows is no gap: there a table has nothing to say.
 */
final class Gaps {
    private Gaps() {}

    /** Looks at the rows of one table that differ in one column only. */
    static void in(List<Rule> rows, List<Finding> findings) {
        Map<Rule, Box> boxes = new LinkedHashMap<>();
        for (Rule row : rows) {
            List<Box> alternatives = Box.of(row.when());
            if (isOfTable(row) && alternatives.size() == 1) {
                boxes.put(row, alternatives.get(0));
            }
        }
        boxes.values().stream()
                .flatMap(box -> box.fields().keySet().stream())
                .filter(field -> field.type().ordered())
                .distinct()
                .forEach(field -> in(field, boxes, findings));
    }

    private static boolean isOfTable(Rule row) {
        return row.when() instanceof AllOf all && all.parts().stream().allMatch(Comparison.class::isInstance);
    }

    private static void in(FactField field, Map<Rule, Box> boxes, List<Finding> findings) {
        Map<Box, List<Rule>> alike = new LinkedHashMap<>();
        List<Slice> slices = new ArrayList<>();
        boxes.forEach((row, box) -> {
            Slice slice = new Slice(without(box, field), box.values(field));
            slices.add(slice);
            if (box.fields().containsKey(field)) {
                alike.computeIfAbsent(slice.others(), b -> new ArrayList<>()).add(row);
            }
        });
        alike.forEach((others, rows) -> {
            Values caught = new Values(List.of());
            for (Slice slice : slices) {
                if (slice.others().contains(others)) {
                    caught = caught.or(slice.values());
                }
            }
            List<Range> ranges = caught.ranges();
            for (int i = 1; i < ranges.size(); i++) {
                Range gap =
                        new Range(ranges.get(i - 1).high() + 1, ranges.get(i).low() - 1);
                Rule row = rows.get(rows.size() - 1);
                findings.add(new Finding(
                        Kind.GAP,
                        row.id(),
                        row.place(),
                        "No row catches " + field + " " + text(field, gap) + ", between the values of "
                                + String.join(", ", rows.stream().map(Rule::id).toList())
                                + ".\nMaybe one of their limits must include its value."));
            }
        });
    }

    /**
     * A row and one of its columns.
     *
     * @param others what its other columns leave
     * @param values what that column does
     */
    private record Slice(Box others, Values values) {}

    private static Box without(Box box, FactField field) {
        return box.with(field, Values.all(field.type()));
    }

    private static String text(FactField field, Range gap) {
        if (gap.low() == gap.high()) {
            return field.type().format(gap.low());
        }
        if (field.type() instanceof Codes) {
            return field.type().format(gap.low()) + " to " + field.type().format(gap.high());
        }
        String low = field.type().format(gap.low());
        String below = field.type().format(gap.low() - 1);
        String high = field.type().format(gap.high());
        String above = field.type().format(gap.high() + 1);
        return (low.length() <= below.length() ? "from " + low : "above " + below) + " and "
                + (high.length() <= above.length() ? "up to " + high : "below " + above);
    }
}
