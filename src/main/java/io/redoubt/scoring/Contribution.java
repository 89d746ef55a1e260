package io.redoubt.scoring;

import io.redoubt.shared.Points;
import io.redoubt.shared.Truth;
import java.util.List;

/**
 * The effect of one rule on one fact, or of a first-hit table on one fact where evidence leaves several of its rows
 * possible.
 *
 * @param rules ids of the rules that may act, the winning one first; more than one only in a first-hit table
 * @param fact what they act on, such as {@code Answer Q-NDA}
 * @param site id of the site for a location domain; empty otherwise
 * @param truth TRUE where exactly one rule certainly acts
 * @param best points on the domain's scale if the gaps turn out well
 * @param worst points on the domain's scale if they turn out badly
 */
public record Contribution(
        List<String> rules, String domain, String fact, String site, Truth truth, Points best, Points worst) {
    public Contribution {
        rules = List.copyOf(rules);
    }

    /** How much the missing evidence can still move, on the domain's scale; never negative. */
    public Points width() {
        Points up = worst.minus(best);
        return up.compareTo(Points.ZERO) < 0 ? best.minus(worst) : up;
    }

    /** Whether it makes no difference to anything. */
    boolean isNothing() {
        return best.equals(Points.ZERO) && worst.equals(Points.ZERO);
    }
}
