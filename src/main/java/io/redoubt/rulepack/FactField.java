package io.redoubt.rulepack;

import io.redoubt.shared.ValueType;

/**
 * One entry of the fact catalogue: something about a fact that a rule can ask for.
 *
 * @param index place among the fields of its fact type, from 0
 * @param identity whether the field names the fact itself (which question, which clause); what a list leaves out may
 *     be any
 * @param description one sentence for the author of a rule, with unit and source
 */
public record FactField(FactType owner, String name, ValueType type, int index, boolean identity, String description) {
    /** The name as an author writes it: {@code Answer.value}. */
    public String qualifiedName() {
        return owner.label() + "." + name;
    }

    @Override
    public String toString() {
        return qualifiedName();
    }
}
