package io.redoubt.rulepack;

/**
 * Rules that belong together.
 *
 * @param id name of its file without ending
 * @param subject what every row is about
 */
public record RuleTable(String id, FactType subject, HitPolicy policy, String description) {
    /** How many rows of a table may act on one fact. */
    public enum HitPolicy {
        /** Only the first row that is true; the order of rows matters. */
        FIRST,
        /** Every row that is true. */
        ALL
    }
}
