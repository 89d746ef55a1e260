package io.redoubt.rulepack;

import io.redoubt.shared.Points;
import io.redoubt.shared.Share;

/**
 * A field of risk whose points are added up on their own scale of 0 to 100.
 *
 * @param weight its part of the figure it belongs to; the weights of all control domains make exactly one whole
 * @param baseline points before any rule speaks
 */
public record Domain(String id, String title, Figure figure, Share weight, Points baseline) {
    /** Which of the figures a domain counts towards; they are never blended silently. */
    public enum Figure {
        /** What the supplier can act on. */
        CONTROL,
        /** What the law and politics of a site's country bring; judged for each site. */
        LOCATION
    }
}
