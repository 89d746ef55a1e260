package io.redoubt.scoring;

import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Rule;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * Takes a fact apart where it is known to lie in a range, such as an answer whose evidence has lapsed: one copy for each
 * part of the range that some rule tells from the others. Looked at one by one, the rows of a first-hit table show that
 * one of them is always hit, which looked at together they hide. What is wholly open stays open, and a fact with too
 * many parts stays whole: then the hull is wider, never wrong.
 */
final class RangeCells {
    private static final int MOST = 256;

    private RangeCells() {}

    /** The fact in parts that together hold everything it may be. */
    static List<FactRow> of(FactRow row, List<Rule> rules) {
        List<FactRow> cells = List.of(row);
        for (Map.Entry<FactField, long[]> range : ranges(row, rules).entrySet()) {
            if (cells.size() * range.getValue().length <= MOST) {
                cells = cells.stream()
                        .flatMap(cell ->
                                LongStream.of(range.getValue()).mapToObj(value -> cell.with(range.getKey(), value)))
                        .toList();
            }
        }
        return cells;
    }

    /** For each field with a range its ends, and every literal with its neighbours, as far as they are possible. */
    private static Map<FactField, long[]> ranges(FactRow row, List<Rule> rules) {
        Map<FactField, List<Comparison>> comparisons = new LinkedHashMap<>();
        rules.stream()
                .flatMap(rule -> rule.when().comparisons())
                .filter(c -> c.field().owner() == row.type() && isRange(row.read(c.field())))
                .forEach(c -> comparisons
                        .computeIfAbsent(c.field(), f -> new ArrayList<>())
                        .add(c));
        Map<FactField, long[]> ranges = new LinkedHashMap<>();
        comparisons.forEach((field, found) -> ranges.put(field, values(row.read(field), found)));
        return ranges;
    }

    private static boolean isRange(Reading reading) {
        return !reading.isOpen() && reading.state() != FactState.NOT_APPLICABLE && reading.low() < reading.high();
    }

    private static long[] values(Reading reading, List<Comparison> comparisons) {
        TreeSet<Long> values = new TreeSet<>(List.of(reading.low(), reading.high()));
        for (Comparison comparison : comparisons) {
            comparison.operands().stream()
                    .mapToLong(operand -> ((Literal) operand).value())
                    .filter(literal -> reading.low() <= literal && literal <= reading.high())
                    .forEach(literal -> {
                        values.add(literal);
                        values.add(Math.max(reading.low(), literal == reading.low() ? literal : literal - 1));
                        values.add(Math.min(reading.high(), literal == reading.high() ? literal : literal + 1));
                    });
        }
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
