package io.redoubt.rulepack;

import java.util.List;
import java.util.stream.Stream;

/** When a rule fires: comparisons over one subject, joined by <em>and</em> and <em>or</em>. There is no negation. */
public sealed interface Condition {
    /** All comparisons in the order they are written. */
    Stream<Comparison> comparisons();

    /**
     * One field against literals.
     *
     * @param operands exactly one, or one and more where the operator takes many
     */
    record Comparison(FactField field, Operator operator, List<Operand> operands) implements Condition {
        public Comparison {
            operands = List.copyOf(operands);
            if (operands.isEmpty() || (operands.size() > 1 && !operator.takesMany())) {
                throw new IllegalArgumentException(
                        "The comparison of " + field + " must have as many operands as its operator takes.");
            }
        }

        @Override
        public Stream<Comparison> comparisons() {
            return Stream.of(this);
        }
    }

    /** True where all parts are; true where there is none. */
    record AllOf(List<Condition> parts) implements Condition {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Comparison> comparisons() {
            return parts.stream().flatMap(Condition::comparisons);
        }
    }

    /** True where at least one part is. */
    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("The alternative must have at least one part.");
            }
        }

        @Override
        public Stream<Comparison> comparisons() {
            return parts.stream().flatMap(Condition::comparisons);
        }
    }
}
