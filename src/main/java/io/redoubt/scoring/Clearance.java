package io.redoubt.scoring;

import java.util.List;

/**
 * Whether a supplier may do a class of work.
 *
 * @param reasons ids of the knock-outs, {@code band:…} or {@code unrated} that stand in the way; for a cleared class
 *     the knock-outs that a waiver lifts
 */
public record Clearance(Status status, List<String> reasons) {
    public Clearance {
        reasons = List.copyOf(reasons);
    }

    /** Only CLEARED may be awarded. */
    public enum Status {
        CLEARED,
        /** Cleared by a waiver that ends. */
        CLEARED_BY_WAIVER,
        /** Evidence is missing that might bar. */
        UNPROVEN,
        BARRED
    }
}
