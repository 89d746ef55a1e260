package io.redoubt.scoring;

import io.redoubt.shared.Points;
import java.util.List;

/**
 * How one end of a figure comes about, step by step; the steps add up exactly to {@link #headline}.
 *
 * @param exact the figure before it is rounded to whole points
 * @param headline whole points: rounded towards risk for a worst end, towards safety for a best one
 */
public record Waterfall(List<Step> steps, Points exact, int headline) {
    static final Waterfall NONE = new Waterfall(List.of(), Points.ZERO, 0);

    public Waterfall {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param label what it stands for: a domain, or the rules and the fact of a contribution
     * @param points on the scale of the figure
     */
    public record Step(Kind kind, String label, Points points) {}

    /** What a step does. */
    public enum Kind {
        /** What the domains start from. */
        BASELINE,
        /** One contribution, weighted. */
        CONTRIBUTION,
        /** A domain, or a sum of domains, can't leave the scale. */
        CLAMP,
        /** The figure can't be safer than the worst domain by more than the allowance. */
        FLOOR,
        /** The part of another figure. */
        SHARE,
        /** To whole points. */
        ROUNDING
    }
}
