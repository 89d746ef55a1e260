package io.redoubt.bench;

/** A supplier as the other engines see it: twenty codes and a running total. */
public final class Subject {
    private final int[] codes;
    private int total;

    Subject(int[] codes) {
        this.codes = codes;
    }

    /** The code of an attribute. */
    public int code(int attribute) {
        return codes[attribute];
    }

    /** Adds what a row is worth. */
    public void add(int points) {
        total += points;
    }

    int takeTotal() {
        int taken = total;
        total = 0;
        return taken;
    }
}
