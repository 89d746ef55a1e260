package io.redoubt.rulepack;

import io.redoubt.shared.Points;

/**
 * One row of a pack's scale for the inherent risk of an engagement.
 *
 * @param of what is judged
 * @param code a value of it, such as {@code HIGH}
 * @param points that it makes, 0 to 100
 */
public record InherentPoints(Kind of, String code, Points points) {
    /** What inherent risk is made of. */
    public enum Kind {
        /** The value of everything disclosed, as a set. */
        VALUE,
        /** The worst that a compromise can do to people. */
        SAFETY,
        /** How the supplier gets at what is disclosed. */
        ACCESS,
        /** Location exposure of the site; the points are for an exposure of 100. */
        LOCATION
    }
}
