package io.redoubt.scoring.drools;

import java.util.HashSet;
import java.util.Set;

/** Where the rules that stock Drools compiled note what fired for one supplier; public, for the compiled rules call it. */
public final class StockTally {
    private final Set<Hit> certain = new HashSet<>();
    private final Set<Hit> possible = new HashSet<>();

    record Hit(int rule, int row) {}

    public void add(int rule, int row, boolean certainly) {
        (certainly ? certain : possible).add(new Hit(rule, row));
    }

    Set<Hit> certain() {
        return certain;
    }

    Set<Hit> possible() {
        return possible;
    }
}
