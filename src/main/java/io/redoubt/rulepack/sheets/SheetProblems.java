package io.redoubt.rulepack.sheets;

import io.redoubt.files.Problems;
import io.redoubt.shared.Place;

/** What is wrong with the cells of a sheet, up to as many problems as somebody would read. */
final class SheetProblems {
    /** The most problems told of one sheet. */
    static final int MAX_PROBLEMS = 100;

    private final String file;
    private final Problems problems;
    private int count;

    SheetProblems(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** What ends the reading at a place. */
    Refused refused(CellPlace cell, String message) {
        return new Refused(new Place(file, cell.row(), cell.column()), message);
    }

    /** Adds a problem with a cell, a row (column 0) or the sheet (row 0). */
    void add(CellPlace cell, String message) throws Refused {
        if (count++ == MAX_PROBLEMS) {
            throw refused(cell, "The cells above must be corrected before the rest of the sheet is read.");
        }
        problems.add(new Place(file, cell.row(), cell.column()), message);
    }

    boolean isEmpty() {
        return count == 0;
    }
}
