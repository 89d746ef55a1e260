package io.redoubt.rulepack.sheets;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a cell stands in a sheet, both counted from 1.
 *
 * @param column 1 for A
 */
record CellPlace(int row, int column) {
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");
    private static final int LETTERS = 26;

    /** The place that a reference such as {@code B5} names. */
    static Optional<CellPlace> of(String reference) {
        Matcher parts = REFERENCE.matcher(reference);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int column = parts.group(1).chars().reduce(0, (sum, letter) -> sum * LETTERS + letter - 'A' + 1);
        return Optional.of(new CellPlace(Integer.parseInt(parts.group(2)), column));
    }

    /** The reference of a column alone. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + (column - 1) % LETTERS));
        return column > LETTERS ? letters((column - 1) / LETTERS) + last : last;
    }

    @Override
    public String toString() {
        return letters(column) + row;
    }
}
