package io.redoubt.bench;

/** One way to do the work of an {@link EqualityTable}. */
interface Engine {
    /** Makes what one evaluation uses up; not measured. */
    default void prepare() {}

    /** The points of each supplier. */
    int[] totals();
}
