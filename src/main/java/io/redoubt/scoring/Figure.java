package io.redoubt.scoring;

/** A figure with its two ends. There is no third number: what lies between them is what is not known. */
public record Figure(Waterfall best, Waterfall worst) {
    /** The location figure of a pack that judges no location. */
    static final Figure NONE = new Figure(Waterfall.NONE, Waterfall.NONE);

    /** Whether nothing that is open moves it: its ends may still be rounded apart. */
    public boolean isSettled() {
        return best.exact().equals(worst.exact());
    }

    /** The number it could be if what is open comes back well; where nothing is open, the number that it is. */
    public int couldBe() {
        return (isSettled() ? worst : best).headline();
    }
}
