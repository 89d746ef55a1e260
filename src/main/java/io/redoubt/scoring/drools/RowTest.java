package io.redoubt.scoring.drools;

import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.AnyOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operator;
import io.redoubt.scoring.FactRow;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Reading;
import io.redoubt.shared.Truth;
import java.util.Arrays;
import java.util.List;

/** A condition prepared for speed: what {@link io.redoubt.scoring.Interpreter} defines, decided on ranges directly. */
interface RowTest {
    Truth test(FactRow row);

    /** @param ofNotApplicable what a comparison with a field that does not apply comes to */
    static RowTest of(Condition condition, Truth ofNotApplicable) {
        if (condition instanceof Comparison comparison) {
            return new ComparisonTest(comparison, ofNotApplicable);
        }
        if (condition instanceof AllOf all) {
            return allOf(all.parts(), ofNotApplicable);
        }
        RowTest[] parts = parts(((AnyOf) condition).parts(), ofNotApplicable);
        return row -> {
            Truth truth = Truth.FALSE;
            for (int i = 0; i < parts.length && truth != Truth.TRUE; i++) {
                truth = truth.or(parts[i].test(row));
            }
            return truth;
        };
    }

    /** All conditions together; TRUE where there is none. */
    static RowTest allOf(List<Condition> conditions, Truth ofNotApplicable) {
        RowTest[] parts = parts(conditions, ofNotApplicable);
        return row -> {
            Truth truth = Truth.TRUE;
            for (int i = 0; i < parts.length && truth != Truth.FALSE; i++) {
                truth = truth.and(parts[i].test(row));
            }
            return truth;
        };
    }

    private static RowTest[] parts(List<Condition> parts, Truth ofNotApplicable) {
        return parts.stream().map(part -> of(part, ofNotApplicable)).toArray(RowTest[]::new);
    }

    /** One field against sorted literals. */
    final class ComparisonTest implements RowTest {
        private final FactField field;
        private final long[] literals;
        private final Operator operator;
        private final Truth ofNotApplicable;

        ComparisonTest(Comparison comparison, Truth ofNotApplicable) {
            this.field = comparison.field();
            this.ofNotApplicable = ofNotApplicable;
            this.literals = comparison.operands().stream()
                    .mapToLong(operand -> ((Literal) operand).value())
                    .distinct()
                    .sorted()
                    .toArray();
            this.operator = comparison.operator();
        }

        @Override
        public Truth test(FactRow row) {
            Reading reading = row.read(field);
            if (reading.isOpen()) {
                return Truth.MAYBE;
            }
            if (reading.state() == FactState.NOT_APPLICABLE) {
                return ofNotApplicable;
            }
            return operator.needsOrder() ? inOrder(reading) : inList(reading);
        }

        /** Compares the ends as they are: one more or one less than an extreme literal would wrap around. */
        private Truth inOrder(Reading reading) {
            long literal = literals[0];
            return switch (operator) {
                case LESS -> truth(reading.high() < literal, reading.low() < literal);
                case AT_MOST -> truth(reading.high() <= literal, reading.low() <= literal);
                case GREATER -> truth(reading.low() > literal, reading.high() > literal);
                default -> truth(reading.low() >= literal, reading.high() >= literal);
            };
        }

        private static Truth truth(boolean always, boolean sometimes) {
            return always ? Truth.TRUE : sometimes ? Truth.MAYBE : Truth.FALSE;
        }

        /** Literals within the reading: none, as many as there are possible values, or some of them. */
        private Truth inList(Reading reading) {
            boolean negated = operator == Operator.NOT_EQUAL || operator == Operator.NOT_IN;
            int from = position(reading.low());
            int within = end(reading.high()) - from;
            if (within == 0) {
                return negated ? Truth.TRUE : Truth.FALSE;
            }
            if (within - 1L != reading.high() - reading.low()) {
                return Truth.MAYBE;
            }
            return negated ? Truth.FALSE : Truth.TRUE;
        }

        /** How many literals are at most the value. */
        private int end(long value) {
            int position = position(value);
            return position < literals.length && literals[position] == value ? position + 1 : position;
        }

        private int position(long value) {
            int found = Arrays.binarySearch(literals, value);
            return found >= 0 ? found : -found - 1;
        }
    }
}
