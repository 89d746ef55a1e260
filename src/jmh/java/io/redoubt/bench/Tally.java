package io.redoubt.bench;

import io.redoubt.scoring.Trail;
import io.redoubt.shared.Truth;
import java.util.Arrays;

/** A plain trail of firings of one supplier: rule, finding, and whether certainly. */
final class Tally {
    private static final int FIRST_SIZE = 32;

    private long[] hits = new long[FIRST_SIZE];
    private int size;

    void add(int rule, int row, boolean certain) {
        if (size == hits.length) {
            hits = Arrays.copyOf(hits, size * 2);
        }
        hits[size++] = ((long) rule << Integer.SIZE) | ((long) row << 1) | (certain ? 1 : 0);
    }

    static Tally of(Trail trail) {
        Tally tally = new Tally();
        for (int i = 0; i < trail.size(); i++) {
            tally.add(trail.rule(i), trail.row(i), trail.truth(i) == Truth.TRUE);
        }
        return tally;
    }

    /** A number for all firings, the same in whatever order they came; empties the trail. */
    int take() {
        Arrays.sort(hits, 0, size);
        int sum = Arrays.hashCode(size == hits.length ? hits : Arrays.copyOf(hits, size));
        size = 0;
        return sum;
    }

    int size() {
        return size;
    }
}
