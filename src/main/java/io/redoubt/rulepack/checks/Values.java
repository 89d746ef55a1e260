package io.redoubt.rulepack.checks;

import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.shared.ValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A set of a field's values, exact for every type, since all values are whole numbers inside.
 *
 * @param ranges rising, and no two of them touch
 */
record Values(List<Range> ranges) {
    private static final Values NONE = new Values(List.of());

    Values {
        ranges = List.copyOf(ranges);
    }

    /** Every value of a type. */
    static Values all(ValueType type) {
        return new Values(List.of(new Range(type.least(), type.greatest())));
    }

    /** The values that satisfy a comparison with literals. */
    static Values of(Comparison comparison) {
        Values all = all(comparison.field().type());
        List<Long> literals = comparison.operands().stream()
                .map(operand -> ((Literal) operand).value())
                .toList();
        long first = literals.get(0);
        return switch (comparison.operator()) {
            case EQUAL, IN -> listed(literals).and(all);
            case NOT_EQUAL, NOT_IN -> all.minus(listed(literals));
            case LESS ->
                first == Long.MIN_VALUE
                        ? NONE
                        : range(Long.MIN_VALUE, first - 1).and(all);
            case AT_MOST -> range(Long.MIN_VALUE, first).and(all);
            case GREATER ->
                first == Long.MAX_VALUE
                        ? NONE
                        : range(first + 1, Long.MAX_VALUE).and(all);
            case AT_LEAST -> range(first, Long.MAX_VALUE).and(all);
        };
    }

    private static Values range(long low, long high) {
        return new Values(List.of(new Range(low, high)));
    }

    private static Values listed(List<Long> values) {
        return values.stream().map(value -> range(value, value)).reduce(NONE, Values::or);
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether this has every value of another: each of its ranges lies in one of these, since no two of these touch. */
    boolean contains(Values other) {
        for (Range inner : other.ranges) {
            boolean found = false;
            for (Range range : ranges) {
                found |= range.low() <= inner.low() && inner.high() <= range.high();
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /** Whether some value lies in both. */
    boolean meets(Values other) {
        for (Range a : ranges) {
            for (Range b : other.ranges) {
                if (a.low() <= b.high() && b.low() <= a.high()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What lies in both. */
    Values and(Values other) {
        List<Range> found = new ArrayList<>();
        for (Range a : ranges) {
            for (Range b : other.ranges) {
                long low = Math.max(a.low(), b.low());
                long high = Math.min(a.high(), b.high());
                if (low <= high) {
                    found.add(new Range(low, high));
                }
            }
        }
        return new Values(found);
    }

    /** What lies in either; ranges that touch become one. */
    Values or(Values other) {
        List<Range> sorted = Stream.concat(ranges.stream(), other.ranges.stream())
                .sorted(Comparator.comparingLong(Range::low))
                .toList();
        List<Range> joined = new ArrayList<>();
        for (Range next : sorted) {
            Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && (last.high() == Long.MAX_VALUE || next.low() <= last.high() + 1)) {
                joined.set(joined.size() - 1, new Range(last.low(), Math.max(last.high(), next.high())));
            } else {
                joined.add(next);
            }
        }
        return new Values(joined);
    }

    /** What lies in this one only. */
    Values minus(Values other) {
        List<Range> left = ranges;
        for (Range cut : other.ranges) {
            List<Range> next = new ArrayList<>();
            for (Range range : left) {
                if (cut.high() < range.low() || range.high() < cut.low()) {
                    next.add(range);
                    continue;
                }
                if (range.low() < cut.low()) {
                    next.add(new Range(range.low(), cut.low() - 1));
                }
                if (cut.high() < range.high()) {
                    next.add(new Range(cut.high() + 1, range.high()));
                }
            }
            left = next;
        }
        return new Values(left);
    }
}
