package io.redoubt.bench;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * The work that every engine does: rows of the form <em>attribute == code</em>, each adding points, over suppliers with
 * twenty attributes. Every code of every attribute has one row, so each supplier hits exactly one row per attribute.
 */
final class EqualityTable {
    static final int ATTRIBUTES = 20;
    static final int SUPPLIERS = 500;

    private static final long SEED = 20_261_101L;
    private static final int HIGHEST_POINTS = 9;

    private final int codes;
    private final int[] points;
    private final int[][] suppliers;

    /** @param rows a multiple of {@value #ATTRIBUTES} */
    EqualityTable(int rows) {
        Random random = new Random(SEED);
        this.codes = rows / ATTRIBUTES;
        this.points = random.ints(rows, 1, HIGHEST_POINTS + 1).toArray();
        this.suppliers = IntStream.range(0, SUPPLIERS)
                .mapToObj(i -> random.ints(ATTRIBUTES, 0, codes).toArray())
                .toArray(int[][]::new);
    }

    int rows() {
        return points.length;
    }

    /** How many codes an attribute can have. */
    int codes() {
        return codes;
    }

    /** The attribute that a row asks for. */
    int attribute(int row) {
        return row % ATTRIBUTES;
    }

    /** The code that a row's attribute must have. */
    int code(int row) {
        return row / ATTRIBUTES;
    }

    /** What a hit of each row adds. */
    int[] points() {
        return points;
    }

    /** By supplier, the code of each attribute. */
    int[][] suppliers() {
        return suppliers;
    }
}
