package io.redoubt.shared;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a whole in whole millionths (ppm), 0 to 1,000,000.
 *
 * @param ppm parts per million
 */
public record Share(long ppm) implements Comparable<Share> {
    public static final Share NONE = new Share(0);
    public static final Share WHOLE = new Share(Micros.ONE);

    public Share {
        if (ppm < 0 || ppm > Micros.ONE) {
            throw new IllegalArgumentException("The share (" + Micros.format(ppm) + ") must lie between 0 and 1.");
        }
    }

    /**
     * Reads a percentage such as {@code 25} or {@code 12.5}.
     *
     * @throws IllegalArgumentException if it has more than four decimals, which would be lost, or is beyond 0 to 100
     */
    public static Share ofPercent(String text) {
        long micros = Micros.parse(text);
        if (micros % 100 != 0) {
            throw new IllegalArgumentException("The percentage (" + text + ") must have at most four decimals.");
        }
        if (micros < 0 || micros > 100 * Micros.ONE) {
            throw new IllegalArgumentException("The percentage (" + text + ") must lie between 0 and 100.");
        }
        return new Share(micros / 100);
    }

    /** The part that {@code part} is of {@code whole}, rounded down; everything of nothing is the whole. */
    public static Share of(long part, long whole) {
        return of(BigInteger.valueOf(part), BigInteger.valueOf(whole));
    }

    /** The same for sums beyond 64 bits. */
    public static Share of(BigInteger part, BigInteger whole) {
        if (whole.signum() <= 0) {
            return WHOLE;
        }
        BigInteger bounded = part.max(BigInteger.ZERO).min(whole);
        return new Share(
                bounded.multiply(BigInteger.valueOf(Micros.ONE)).divide(whole).longValueExact());
    }

    public Share rest() {
        return new Share(Micros.ONE - ppm);
    }

    /**
     * Splits the whole in proportion to the weights, exactly: every part is rounded down, and the millionths left over
     * go to the parts with the largest remainders, the earlier first on a tie.
     *
     * @param weights not negative, at least one positive
     */
    public static List<Share> distribute(List<Long> weights) {
        long total = weights.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        if (total <= 0 || weights.stream().anyMatch(w -> w < 0)) {
            throw new IllegalArgumentException(
                    "The weights " + weights + " must not be negative and must have a positive sum.");
        }
        long[] parts = new long[weights.size()];
        long[] remainders = new long[weights.size()];
        long left = Micros.ONE;
        for (int i = 0; i < parts.length; i++) {
            long scaled = Math.multiplyExact(weights.get(i), Micros.ONE);
            parts[i] = scaled / total;
            remainders[i] = scaled % total;
            left -= parts[i];
        }
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -remainders[i]))
                .limit(left)
                .forEach(i -> parts[i]++);
        List<Share> shares = new ArrayList<>(parts.length);
        for (long part : parts) {
            shares.add(new Share(part));
        }
        return List.copyOf(shares);
    }

    /** A percentage with at most four decimals, such as {@code 62.5 %}. */
    @Override
    public String toString() {
        return Micros.format(ppm * 100) + " %";
    }

    @Override
    public int compareTo(Share other) {
        return Long.compare(ppm, other.ppm);
    }
}
