package io.redoubt.scoring;

import io.redoubt.shared.Truth;
import java.util.Arrays;

/**
 * What an evaluation leaves behind: which rule fired on which row, and whether certainly. A plain growing buffer of
 * numbers, because a firing must cost next to nothing; adding up comes afterwards.
 */
public final class Trail {
    private static final int FIRST_SIZE = 32;
    private static final int WORTH_COUNTING = 128;
    private static final int ROW_BITS = 30;
    private static final long ROW_MASK = (1L << ROW_BITS) - 1;

    private long[] hits = new long[FIRST_SIZE];
    private int size;

    /**
     * Notes a firing.
     *
     * @param rule number of the rule in its pack
     * @param truth MAYBE or TRUE
     */
    public void add(int rule, FactRow row, Truth truth) {
        if (size == hits.length) {
            hits = Arrays.copyOf(hits, size * 2);
        }
        hits[size++] = ((long) rule << (ROW_BITS + 1)) | ((long) row.number() << 1) | (truth == Truth.TRUE ? 1 : 0);
    }

    /**
     * Brings the firings into the order of rule and row. They come row by row, so a long list is counted out by rule,
     * which takes a step for each; where that was not enough, they are sorted outright.
     */
    public void sort() {
        if (size >= WORTH_COUNTING) {
            countOut();
        }
        for (int i = 1; i < size; i++) {
            if (hits[i - 1] > hits[i]) {
                Arrays.sort(hits, 0, size);
                return;
            }
        }
    }

    private void countOut() {
        int rules = 0;
        for (int i = 0; i < size; i++) {
            rules = Math.max(rules, rule(i) + 1);
        }
        int[] places = new int[rules + 1];
        for (int i = 0; i < size; i++) {
            places[rule(i) + 1]++;
        }
        for (int i = 0; i < rules; i++) {
            places[i + 1] += places[i];
        }
        long[] sorted = new long[hits.length];
        for (int i = 0; i < size; i++) {
            sorted[places[rule(i)]++] = hits[i];
        }
        hits = sorted;
    }

    /**
     * The firings of some rules, under other numbers.
     *
     * @param numbers by number of a rule here its number there; negative where it is not among them
     */
    Trail renumbered(int[] numbers) {
        Trail other = new Trail();
        other.hits = new long[Math.max(FIRST_SIZE, size)];
        for (int i = 0; i < size; i++) {
            int number = numbers[rule(i)];
            if (number >= 0) {
                other.hits[other.size++] = ((long) number << (ROW_BITS + 1)) | (hits[i] & ((ROW_MASK << 1) | 1));
            }
        }
        other.sort();
        return other;
    }

    public int size() {
        return size;
    }

    public int rule(int index) {
        return (int) (hits[index] >>> (ROW_BITS + 1));
    }

    public int row(int index) {
        return (int) ((hits[index] >>> 1) & ROW_MASK);
    }

    public Truth truth(int index) {
        return (hits[index] & 1) == 1 ? Truth.TRUE : Truth.MAYBE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Trail trail && Arrays.equals(hits, 0, size, trail.hits, 0, trail.size);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(Arrays.copyOf(hits, size));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            text.append(rule(i)).append('@').append(row(i)).append(truth(i) == Truth.TRUE ? "! " : "? ");
        }
        return text.toString();
    }
}
