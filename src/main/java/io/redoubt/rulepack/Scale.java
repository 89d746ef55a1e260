package io.redoubt.rulepack;

import io.redoubt.shared.Points;
import io.redoubt.shared.Share;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;

/**
 * The range that figures are shown in and which end of it is risk. A scale on which less is worse is the mirror image of
 * one on which more is: what is cut off when a share is taken, and what is rounded, always goes the same way seen from
 * the risky end, so that a scorecard turned upside down rates every supplier alike.
 *
 * @param from least points, a whole number
 * @param to most points, above {@code from}
 */
public record Scale(int from, int to, RiskEnd risk) {
    /** No risk at 0, the most at 100. */
    public static final Scale RISK = new Scale(0, 100, RiskEnd.HIGH);

    /** Farthest from 0 that a scale may reach: beyond it sums could leave 64 bits. */
    public static final int FARTHEST = 10_000;

    public Scale {
        if (from >= to || from < -FARTHEST || to > FARTHEST) {
            throw new IllegalArgumentException("The scale (" + from + " to " + to + ") must rise and lie within "
                    + -FARTHEST + " and " + FARTHEST + ".");
        }
    }

    /** Which end of a scale is risk. */
    public enum RiskEnd {
        /** More points are worse. */
        HIGH,
        /** Fewer points are worse: more is better. */
        LOW
    }

    public Points least() {
        return Points.whole(from);
    }

    public Points most() {
        return Points.whole(to);
    }

    public Points riskiest() {
        return isHigh() ? most() : least();
    }

    public Points safest() {
        return isHigh() ? least() : most();
    }

    /** From one end to the other. */
    public Points span() {
        return Points.whole(to - from);
    }

    /** The greatest number of points, of either sign, that one rule may make. */
    public int farthest() {
        return Math.max(Math.abs(from), Math.abs(to));
    }

    public boolean isHigh() {
        return risk == RiskEnd.HIGH;
    }

    public boolean contains(Points points) {
        return points.equals(clamp(points));
    }

    public Points clamp(Points points) {
        return points.compareTo(least()) < 0 ? least() : points.compareTo(most()) > 0 ? most() : points;
    }

    /** Safer before riskier. */
    public Comparator<Points> byRisk() {
        return isHigh() ? Comparator.naturalOrder() : Comparator.reverseOrder();
    }

    public Points worst(Collection<Points> points) {
        return Collections.max(points, byRisk());
    }

    public Points best(Collection<Points> points) {
        return Collections.min(points, byRisk());
    }

    /** How much riskier {@code points} are than {@code than}; negative where they are safer. */
    public Points riskBeyond(Points points, Points than) {
        return isHigh() ? points.minus(than) : than.minus(points);
    }

    /** These points made riskier, or safer by a negative number. */
    public Points riskier(Points points, Points by) {
        return isHigh() ? points.plus(by) : points.minus(by);
    }

    /** Whole points, rounded to the riskier side: how a worst end is shown and which band it is in. */
    public int towardsRisk(Points points) {
        return isHigh() ? points.ceiling() : points.floor();
    }

    /** Whole points, rounded to the safer side: how a best end is shown. */
    public int towardsSafety(Points points) {
        return isHigh() ? points.floor() : points.ceiling();
    }

    /** A share of points; what cannot be split to the millionth is cut off to the safer side. */
    public Points part(Points points, Share share) {
        return isHigh()
                ? points.times(share)
                : Points.ZERO.minus(Points.ZERO.minus(points).times(share));
    }
}
