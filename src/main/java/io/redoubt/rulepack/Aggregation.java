package io.redoubt.rulepack;

import io.redoubt.shared.Points;

/**
 * How a pack adds up, so that a scorecard or a questionnaire that somebody published can be a pack and give its
 * published results. A weighted mean of scores is no kind of its own: it is {@link DomainKind#RATIO} with the points
 * weight × score.
 *
 * @param domains how contributions make a domain
 * @param figure how domains make a figure
 * @param scale of every figure and, but for a sum of domains, of every domain
 */
public record Aggregation(DomainKind domains, FigureKind figure, Scale scale, ReasonCodes reasons) {
    /** Sums of risk points on 0 to 100, a weighted mean of the domains, and no reason codes. */
    public static final Aggregation USUAL =
            new Aggregation(DomainKind.SUM, FigureKind.WEIGHTED_MEAN, Scale.RISK, ReasonCodes.NONE);

    /** How contributions make a domain. */
    public enum DomainKind {
        /** Baseline + Σ points; clamped to the scale where the figure is a mean of domains. */
        SUM,
        /** The same part of the scale as Σ points is of the most that the applicable facts could make. */
        RATIO
    }

    /** How domains make a figure. */
    public enum FigureKind {
        /** Σ weight × domain. */
        WEIGHTED_MEAN,
        /** Σ domain, clamped to the scale: a points scorecard, whose domains have no weights. */
        SUM
    }

    /** Whether one rule may make so many points: no more than the scale has, and in a ratio none below none. */
    public boolean allows(Points points) {
        return points.compareTo(Points.whole(leastPoints())) >= 0
                && points.compareTo(Points.whole(scale.farthest())) <= 0;
    }

    /** What {@link #allows} asks for, to follow <em>must</em>. */
    public String bounds() {
        return "lie between " + leastPoints() + " and " + scale.farthest();
    }

    private int leastPoints() {
        return isRatio() ? 0 : -scale.farthest();
    }

    public boolean isRatio() {
        return domains == DomainKind.RATIO;
    }

    public boolean isSum() {
        return figure == FigureKind.SUM;
    }

    /** The score of a neutral characteristic. */
    public record Baseline(String table, Operand.Literal score) {}
}
