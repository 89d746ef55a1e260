package io.redoubt.rulepack;

import io.redoubt.shared.Points;
import io.redoubt.shared.Share;

/**
 * A field of risk whose points are added up on the pack's scale.
 *
 * @param weight its part of the figure it belongs to; the weights of all control domains make exactly one whole, but in
 *     a sum of domains each counts in whole
 * @param baseline points before any rule speaks; the initial score of a scorecard
 */
public record Domain(String id, String title, Figure figure, Share weight, Points baseline) {
    /** The same domain with another part of its figure. */
    public Domain weighing(Share other) {
        return new Domain(id, title, figure, other, baseline);
    }

    /** Which of the figures a domain counts towards; they are never blended silently. */
    public enum Figure {
        /** What the supplier can act on. */
        CONTROL,
        /** What the law and politics of a site's country bring; judged for each site. */
        LOCATION
    }
}
