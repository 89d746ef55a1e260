package io.redoubt.scoring.drools;

import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operator;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Reading;
import java.util.Arrays;
import java.util.List;

/**
 * What one field says of up to 64 rules, each a bit: for every value the rules whose comparison with the field holds,
 * and those that have none. A value is found among the sorted literals once for all of them. A rule has at most one
 * comparison in a column, so a range of values decides it by the column's own bits at the range's ends.
 */
final class FieldColumn {
    /**
     * One comparison of the column.
     *
     * @param bit the rule's bit
     * @param bars whether the rule is a knock-out: then a field that does not apply leaves it possible
     */
    record Entry(long bit, Comparison comparison, boolean bars) {}

    private final FactField field;
    private final ColumnKind kind;
    private final long others;
    private final long othersAndBars;
    private final long[] limits;
    /** By how many limits a value passes, or for a list by the place of the value in it after 0 for none. */
    private final long[] holding;

    FieldColumn(FactField field, ColumnKind kind, List<Entry> entries) {
        this.field = field;
        this.kind = kind;
        long mentioned = entries.stream().mapToLong(Entry::bit).reduce(0, (a, b) -> a | b);
        this.others = ~mentioned;
        this.othersAndBars = others
                | entries.stream().filter(Entry::bars).mapToLong(Entry::bit).reduce(0, (a, b) -> a | b);
        this.limits = entries.stream()
                .flatMap(entry -> entry.comparison().operands().stream())
                .mapToLong(operand -> ((Literal) operand).value())
                .distinct()
                .sorted()
                .toArray();
        this.holding = new long[(kind == ColumnKind.LISTED ? 1 : 2) * limits.length + 1];
        Arrays.fill(holding, others);
        entries.forEach(this::fill);
    }

    /** A limit has two places where order counts: a value may lie on it or beyond it. */
    private void fill(Entry entry) {
        Operator operator = entry.comparison().operator();
        boolean negated = operator == Operator.NOT_EQUAL || operator == Operator.NOT_IN;
        for (int i = 0; i < holding.length && negated; i++) {
            holding[i] |= entry.bit();
        }
        for (var operand : entry.comparison().operands()) {
            int at = Arrays.binarySearch(limits, ((Literal) operand).value());
            switch (operator) {
                case AT_LEAST -> set(entry.bit(), 2 * at + 1, holding.length);
                case GREATER -> set(entry.bit(), 2 * at + 2, holding.length);
                case AT_MOST -> set(entry.bit(), 0, 2 * at + 2);
                case LESS -> set(entry.bit(), 0, 2 * at + 1);
                case EQUAL, IN -> holding[at + 1] |= entry.bit();
                case NOT_EQUAL, NOT_IN -> holding[at + 1] &= ~entry.bit();
            }
        }
    }

    private void set(long bit, int from, int until) {
        for (int i = from; i < until; i++) {
            holding[i] |= bit;
        }
    }

    FactField field() {
        return field;
    }

    /** The rules that this value lets stand. */
    long at(long value) {
        int found = Arrays.binarySearch(limits, value);
        if (kind == ColumnKind.LISTED) {
            return holding[Math.max(found, -1) + 1];
        }
        return holding[found >= 0 ? 2 * found + 1 : -2 * (found + 1)];
    }

    /** The rules that some value of the reading lets stand. */
    long possible(Reading reading) {
        if (reading.isOpen()) {
            return ~0L;
        }
        if (reading.state() == FactState.NOT_APPLICABLE) {
            return othersAndBars;
        }
        return switch (kind) {
            case RISING -> at(reading.high());
            case FALLING -> at(reading.low());
            case LISTED -> {
                long some = misses(reading) ? holding[0] : 0;
                for (int i = first(reading); i < end(reading); i++) {
                    some |= holding[i + 1];
                }
                yield some;
            }
        };
    }

    /** The rules that every value of the reading lets stand. */
    long certain(Reading reading) {
        if (reading.isOpen() || reading.state() == FactState.NOT_APPLICABLE) {
            return others;
        }
        return switch (kind) {
            case RISING -> at(reading.low());
            case FALLING -> at(reading.high());
            case LISTED -> {
                long every = misses(reading) ? holding[0] : ~0L;
                for (int i = first(reading); i < end(reading); i++) {
                    every &= holding[i + 1];
                }
                yield every;
            }
        };
    }

    /** Whether the reading may be a value that is in no list. */
    private boolean misses(Reading reading) {
        return end(reading) - first(reading) - 1L != reading.high() - reading.low();
    }

    private int first(Reading reading) {
        int found = Arrays.binarySearch(limits, reading.low());
        return found >= 0 ? found : -found - 1;
    }

    private int end(Reading reading) {
        int found = Arrays.binarySearch(limits, reading.high());
        return found >= 0 ? found + 1 : -found - 1;
    }
}
