package io.redoubt.rulepack;

import java.util.List;

/**
 * A named range of the overall figure, judged on its worst end.
 *
 * @param upTo greatest whole number of points in the band, on the pack's scale; the band begins above the one before
 * @param bars classes of work that a supplier in this band is not cleared for
 * @param advice what a buyer does with a supplier in this band, in one sentence
 */
public record Band(String id, int upTo, List<WorkClass> bars, String advice) {
    public Band {
        bars = List.copyOf(bars);
    }
}
