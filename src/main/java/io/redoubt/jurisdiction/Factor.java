package io.redoubt.jurisdiction;

import io.redoubt.shared.Source;
import io.redoubt.shared.ValueType;

/**
 * One sourced value about countries: what it is, where it comes from and what its absence means.
 *
 * @param id name of the field that rules read, such as {@code wgi_rule_of_law}
 * @param highIsGood whether a higher value means less risk
 * @param active whether rules see the values; a provisional edition stays off until somebody confirms it, and then
 *     every reading is unknown
 */
public record Factor(
        String id,
        String title,
        String description,
        ValueType type,
        boolean highIsGood,
        Source source,
        Missing missing,
        boolean active) {
    /** What it means that a country is not in the list. */
    public sealed interface Missing {
        /** Nothing: the list is a sample or a dated snapshot. */
        record Unknown() implements Missing {}

        /**
         * A fact: the list is complete.
         *
         * @param value what every country has that is not listed
         */
        record Means(long value) implements Missing {}
    }
}
