package io.redoubt.scoring;

import io.redoubt.shared.Truth;
import java.util.BitSet;

/** For how many suppliers each rule of a pack fires, or may; a rule counts once for a supplier. Not for many threads. */
public final class Firings {
    private final int[] fired;
    private final int[] open;

    Firings(int rules) {
        this.fired = new int[rules];
        this.open = new int[rules];
    }

    void add(Trail trail) {
        BitSet certain = new BitSet();
        BitSet possible = new BitSet();
        for (int i = 0; i < trail.size(); i++) {
            (trail.truth(i) == Truth.TRUE ? certain : possible).set(trail.rule(i));
        }
        certain.stream().forEach(rule -> fired[rule]++);
        possible.stream().forEach(rule -> open[rule]++);
    }

    /** Adds what was counted of other suppliers under the same pack. */
    public void add(Firings others) {
        for (int i = 0; i < fired.length; i++) {
            fired[i] += others.fired[i];
            open[i] += others.open[i];
        }
    }

    /**
     * For how many suppliers a rule fires for certain on some fact.
     *
     * @param rule its number in the pack
     */
    public int fired(int rule) {
        return fired[rule];
    }

    /** For how many it may fire on some fact. */
    public int open(int rule) {
        return open[rule];
    }
}
