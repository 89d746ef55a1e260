package io.redoubt.rulepack;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;

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
            case EQUAL, IN -> LongStream.of(literals).anyMatch(l -> l == value);
            case NOT_EQUAL, NOT_IN -> LongStream.of(literals).noneMatch(l -> l == value);
            case LESS -> value < literals[0];
            case AT_MOST -> value <= literals[0];
            case GREATER -> value > literals[0];
            case AT_LEAST -> value >= literals[0];
        };
    }

    public static Optional<Operator> of(String symbol) {
        return Arrays.stream(values()).filter(o -> o.symbol.equals(symbol)).findFirst();
    }
}
