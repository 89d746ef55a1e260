package io.redoubt.bench;

import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What one would write without any engine: one predicate after the other, each adding its points. */
final class HandWrittenScan implements Engine {
    private final Predicate<int[]>[] predicates;
    private final int[] points;
    private final int[][] suppliers;

    @SuppressWarnings("unchecked")
    HandWrittenScan(EqualityTable table) {
        this.predicates = IntStream.range(0, table.rows())
                .mapToObj(row -> predicate(table.attribute(row), table.code(row)))
                .toArray(Predicate[]::new);
        this.points = table.points();
        this.suppliers = table.suppliers();
    }

    private static Predicate<int[]> predicate(int attribute, int code) {
        return supplier -> supplier[attribute] == code;
    }

    @Override
    public int[] totals() {
        int[] totals = new int[suppliers.length];
        for (int i = 0; i < suppliers.length; i++) {
            totals[i] = total(suppliers[i]);
        }
        return totals;
    }

    private int total(int[] supplier) {
        int total = 0;
        for (int row = 0; row < predicates.length; row++) {
            if (predicates[row].test(supplier)) {
                total += points[row];
            }
        }
        return total;
    }
}
