package io.redoubt.scoring;

import io.redoubt.shared.Points;

/** A number that may differ. */
public enum Measure {
    OVERALL_WORST,
    OVERALL_BEST,
    CONTROL_WORST,
    CONTROL_BEST,
    LOCATION_WORST,
    LOCATION_BEST;

    Points of(RatingDetail detail) {
        Waterfall end = switch (this) {
            case OVERALL_WORST -> detail.overall().worst();
            case OVERALL_BEST -> detail.overall().best();
            case CONTROL_WORST -> detail.control().worst();
            case CONTROL_BEST -> detail.control().best();
            case LOCATION_WORST -> detail.location().worst();
            case LOCATION_BEST -> detail.location().best();
        };
        return end.exact();
    }
}
