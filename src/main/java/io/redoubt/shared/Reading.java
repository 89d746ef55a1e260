package io.redoubt.shared;

/**
 * A fact as far as it is known: the range of {@link ValueType} values it may have. One value where it is known; the
 * whole type where nothing is; a part of it where evidence has lapsed (no better than it was), where a count is only a
 * lower bound (a register not yet complete), or where a source states its own error.
 *
 * @param low least possible value
 * @param high greatest possible value, at least {@code low}
 */
public record Reading(FactState state, long low, long high) {
    public Reading {
        if (low > high) {
            throw new IllegalArgumentException("The reading (" + low + " to " + high + ") must be a rising range.");
        }
    }

    public static Reading known(long value) {
        return new Reading(FactState.ANSWERED, value, value);
    }

    /** Known within a range, such as an estimate with its standard error. */
    public static Reading within(long low, long high) {
        return new Reading(FactState.ANSWERED, low, high);
    }

    public static Reading unknown(ValueType type, FactState state) {
        return new Reading(state, type.least(), type.greatest());
    }

    public static Reading notApplicable() {
        return new Reading(FactState.NOT_APPLICABLE, 0, 0);
    }

    /** Favourable evidence that has ended: anything from the worst value up to what it was. */
    public static Reading lapsed(ValueType type, long value, boolean highIsGood) {
        return highIsGood
                ? new Reading(FactState.STALE, type.least(), value)
                : new Reading(FactState.STALE, value, type.greatest());
    }

    /** Whether exactly one value is possible. */
    public boolean isKnown() {
        return state == FactState.ANSWERED && low == high;
    }

    /** Whether nothing at all is known. */
    public boolean isOpen() {
        return state == FactState.UNANSWERED || state == FactState.UNKNOWN;
    }
}
