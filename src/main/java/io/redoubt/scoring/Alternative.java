package io.redoubt.scoring;

/**
 * What a supplier's rating would be under another set of weights.
 *
 * @param weights id of the set in the pack
 * @param badge as {@link RatingOutcome#badge}
 */
public record Alternative(String weights, Figure overall, String badge) {}
