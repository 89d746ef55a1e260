package io.redoubt.rulepack;

import java.util.Arrays;
import java.util.Optional;

/** How a condition compares a field with literals. */
public enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    IN("in"),
    NOT_IN("not in");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /** Whether the operator needs an ordered type. */
    public boolean needsOrder() {
        return switch (this) {
            case LESS, AT_MOST, GREATER, AT_LEAST -> true;
            case EQUAL, NOT_EQUAL, IN, NOT_IN -> false;
        };
    }

    /** Whether the operator takes a list of literals. */
    public boolean takesMany() {
        return this == IN || this == NOT_IN;
    }

    /** Whether a value stands so to the literals: to one of them, or to the only one. */
    public boolean holds(long value, long... literals) {
        return switch (this) {
            case EQUAL, IN -> isOneOf(value, literals);
            case NOT_EQUAL, NOT_IN -> !isOneOf(value, literals);
            case LESS -> value < literals[0];
            case AT_MOST -> value <= literals[0];
            case GREATER -> value > literals[0];
            case AT_LEAST -> value >= literals[0];
        };
    }

    private static boolean isOneOf(long value, long... literals) {
        for (long literal : literals) {
            if (literal == value) {
                return true;
            }
        }
        return false;
    }

    public static Optional<Operator> of(String symbol) {
        return Arrays.stream(values()).filter(o -> o.symbol.equals(symbol)).findFirst();
    }
}
