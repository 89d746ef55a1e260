package io.redoubt.rulepack;

/** The right-hand side of a comparison, or the points of an action: a literal, or a dated parameter by name. */
public sealed interface Operand {
    /**
     * A value of the field's type.
     *
     * @param value as {@link ValueType} counts it
     */
    record Literal(long value) implements Operand {}

    /**
     * A parameter whose value depends on the date the pack is asked for.
     *
     * @param id written {@code $id}
     */
    record ParameterRef(String id) implements Operand {}
}
