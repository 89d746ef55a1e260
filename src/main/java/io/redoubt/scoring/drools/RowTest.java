package io.redoubt.scoring.drools;

import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.AnyOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.Operand.Literal;
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
            List<RowTest> parts = parts(all.parts(), ofNotApplicable);
            return row -> {
                Truth truth = Truth.TRUE;
                for (int i = 0; i < parts.size() && truth != Truth.FALSE; i++) {
                    truth = truth.and(parts.get(i).test(row));
                }
                return truth;
            };
        }
        List<RowTest> parts = parts(((AnyOf) condition).parts(), ofNotApplicable);
        return row -> {
            Truth truth = Truth.FALSE;
            for (int i = 0; i < parts.size() && truth != Truth.TRUE; i++) {
                truth = truth.or(parts.get(i).test(row));
            }
            return truth;
        };
    }

    private static List<RowTest> parts(List<Condition> parts, Truth ofNotApplicable) {
        return parts.stream().map(part -> of(part, ofNotApplicable)).toList();
    }

    /** One field against sorted literals. */
    final class ComparisonTest implements RowTest {
        private final FactField field;
        private final long[] literals;
        private final boolean negated;
        private final long least;
        private final long greatest;
        private final boolean isRange;
        private final Truth ofNotApplicable;

        ComparisonTest(Comparison comparison, Truth ofNotApplicable) {
            this.field = comparison.field();
            this.ofNotApplicable = ofNotApplicable;
            this.literals = comparison.operands().stream()
                    .mapToLong(operand -> ((Literal) operand).value())
                    .distinct()
                    .sorted()
                    .toArray();
            long literal = literals[0];
            this.isRange = comparison.operator().needsOrder();
            this.negated = switch (comparison.operator()) {
                case NOT_EQUAL, NOT_IN -> true;
                default -> false;
            };
            this.least = switch (comparison.operator()) {
                case GREATER -> literal + 1;
                case AT_LEAST -> literal;
                default -> Long.MIN_VALUE;
            };
            this.greatest = switch (comparison.operator()) {
                case LESS -> literal - 1;
                case AT_MOST -> literal;
                default -> Long.MAX_VALUE;
            };
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
            return isRange ? inRange(reading) : inList(reading);
        }

        private Truth inRange(Reading reading) {
            if (least <= reading.low() && reading.high() <= greatest) {
                return Truth.TRUE;
            }
            return reading.high() < least || greatest < reading.low() ? Truth.FALSE : Truth.MAYBE;
        }

        /** Literals within the reading: none, as many as there are possible values, or some of them. */
        private Truth inList(Reading reading) {
            int from = position(reading.low());
            int to = reading.low() == reading.high() ? end(from, reading.low()) : position(reading.high() + 1);
            long within = (long) to - from;
            if (within == 0) {
                return negated ? Truth.TRUE : Truth.FALSE;
            }
            long possible = reading.high() - reading.low() + 1;
            if (within != possible) {
                return Truth.MAYBE;
            }
            return negated ? Truth.FALSE : Truth.TRUE;
        }

        private int end(int from, long value) {
            return from < literals.length && literals[from] == value ? from + 1 : from;
        }

        private int position(long value) {
            int found = Arrays.binarySearch(literals, value);
            return found >= 0 ? found : -found - 1;
        }
    }
}
