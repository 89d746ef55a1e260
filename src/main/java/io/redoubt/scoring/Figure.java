package io.redoubt.scoring;

/** A figure with its two ends. There is no third number: what lies between them is what is not known. */
public record Figure(Waterfall best, Waterfall worst) {
    /** The location figure of a pack that judges no location. */
    static final Figure NONE = new Figure(Waterfall.NONE, Waterfall.NONE);
}
