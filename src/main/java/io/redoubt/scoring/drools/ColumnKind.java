package io.redoubt.scoring.drools;

import io.redoubt.rulepack.Operator;

/** Comparisons that a greater value makes hold, that a lesser one does, and those with a list. */
enum ColumnKind {
    RISING,
    FALLING,
    LISTED;

    static ColumnKind of(Operator operator) {
        return switch (operator) {
            case AT_LEAST, GREATER -> RISING;
            case AT_MOST, LESS -> FALLING;
            default -> LISTED;
        };
    }
}
