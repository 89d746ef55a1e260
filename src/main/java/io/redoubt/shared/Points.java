package io.redoubt.shared;

import java.math.BigInteger;

/**
 * Points on the scale of a figure; unless its pack says otherwise 0 is no risk and 100 the most. Kept as whole
 * millionths.
 *
 * @param micros millionths of a point
 */
public record Points(long micros) implements Comparable<Points> {
    public static final Points ZERO = new Points(0);
    public static final Points HUNDRED = new Points(100 * Micros.ONE);

    /** Reads a plain decimal; see {@link Micros#parse}. */
    public static Points parse(String text) {
        return new Points(Micros.parse(text));
    }

    /** So many whole points. */
    public static Points whole(long points) {
        return new Points(Math.multiplyExact(points, Micros.ONE));
    }

    public Points plus(Points other) {
        return new Points(Math.addExact(micros, other.micros));
    }

    public Points minus(Points other) {
        return new Points(Math.subtractExact(micros, other.micros));
    }

    /** The share of these points, rounded down to a whole millionth; the waterfall's rounding row takes the rest. */
    public Points times(Share share) {
        // Whole points and the rest apart: together a long list's sum times its share would not fit.
        long whole = Math.floorDiv(micros, Micros.ONE) * share.ppm();
        return new Points(whole + Math.floorDiv(Math.floorMod(micros, Micros.ONE) * share.ppm(), Micros.ONE));
    }

    /**
     * The part of these points that {@code part} is of {@code whole}, rounded down to a whole millionth; for points that
     * are not negative.
     *
     * @param whole positive
     */
    public Points inProportion(Points part, Points whole) {
        return new Points(BigInteger.valueOf(micros)
                .multiply(BigInteger.valueOf(part.micros))
                .divide(BigInteger.valueOf(whole.micros))
                .longValueExact());
    }

    /** The nearest value within 0 and 100. */
    public Points clamped() {
        return micros < 0 ? ZERO : micros > HUNDRED.micros ? HUNDRED : this;
    }

    /** The whole number of points at or above: how a worst figure is shown. */
    public int ceiling() {
        return Math.toIntExact(-Math.floorDiv(-micros, Micros.ONE));
    }

    /** The whole number of points at or below: how a best figure is shown. */
    public int floor() {
        return Math.toIntExact(Math.floorDiv(micros, Micros.ONE));
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(micros, other.micros);
    }

    @Override
    public String toString() {
        return Micros.format(micros);
    }
}
