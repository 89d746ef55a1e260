package io.redoubt.rulepack.sheets;

import static io.redoubt.files.Problems.shown;

import io.redoubt.files.CsvTable;
import io.redoubt.files.CsvText;
import io.redoubt.files.TextFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the rows of a sheet together to a table again. The two rows of headings must be there as they were written: a
 * sheet that lost one of them would lose its first rule, and one with other columns is another table.
 */
final class TableRows implements SheetReader.RowTaker {
    /** The row of the headings that the table is read by. */
    static final int TECHNICAL = 1;

    /** The row of the headings in plain words. */
    static final int PLAIN = 2;

    private final List<String> header;
    private final SheetProblems problems;
    private final List<List<String>> rows = new ArrayList<>();
    private int seen;
    private long size;

    TableRows(List<String> header, SheetProblems problems) {
        this.header = header;
        this.problems = problems;
        rows.add(header);
    }

    @Override
    public void take(int row, Map<Integer, String> cells) throws Refused {
        requireHeadings(row);
        if (row == TECHNICAL) {
            takeHeader(cells);
        } else if (row == PLAIN) {
            takePlainWords(cells);
        } else if (cells.values().stream().anyMatch(text -> !text.isBlank())) {
            takeRule(row, cells);
        }
    }

    private void requireHeadings(int row) throws Refused {
        if (seen < PLAIN && row != seen + 1) {
            throw problems.refused(
                    new CellPlace(seen + 1, 0),
                    "The sheet must begin with its two rows of headings.\nMaybe copy the rows into the workbook that was"
                            + " downloaded.");
        }
        seen = Math.min(row, PLAIN);
    }

    private void takeHeader(Map<Integer, String> cells) throws Refused {
        int columns = Math.max(
                header.size(), cells.keySet().stream().mapToInt(c -> c).max().orElse(0));
        for (int column = 1; column <= columns; column++) {
            String expected = column > header.size() ? "" : header.get(column - 1);
            String found = cells.getOrDefault(column, "");
            if (!found.equals(expected)) {
                throw problems.refused(
                        new CellPlace(TECHNICAL, column),
                        "The heading (" + shown(found) + ") must be "
                                + (expected.isEmpty() ? "empty" : shown(expected))
                                + ".\nMaybe undo the change; columns are added and removed in the CSV file.");
            }
        }
    }

    private void takePlainWords(Map<Integer, String> cells) throws Refused {
        for (int column = 1; column <= header.size(); column++) {
            Optional<String> expected = PlainWords.fixed(header.get(column - 1).strip());
            if (expected.isPresent() && !expected.get().equals(cells.get(column))) {
                throw problems.refused(
                        new CellPlace(PLAIN, column),
                        "The heading (" + shown(cells.getOrDefault(column, "")) + ") must be " + expected.get()
                                + ".\nMaybe undo the change: this row explains, and rules begin below it.");
            }
        }
    }

    private void takeRule(int row, Map<Integer, String> cells) throws Refused {
        if (rows.size() == CsvTable.MAX_ROWS) {
            throw problems.refused(
                    new CellPlace(row, 0), "The table must have at most " + CsvTable.MAX_ROWS + " rows.");
        }
        List<String> rule = new ArrayList<>(Collections.nCopies(header.size(), ""));
        for (Map.Entry<Integer, String> cell : cells.entrySet()) {
            int column = cell.getKey();
            if (column <= header.size()) {
                rule.set(column - 1, cell.getValue());
                size += cell.getValue().length();
            } else if (!cell.getValue().isBlank()) {
                problems.add(
                        new CellPlace(row, column),
                        "The cell (" + shown(cell.getValue()) + ") must stand under a heading.\nMaybe delete it.");
            }
        }
        size += header.size();
        if (size > TextFile.MAX_BYTES) {
            throw problems.refused(new CellPlace(row, 0), "The table must be at most 4 MB.\nMaybe split it.");
        }
        rows.add(rule);
    }

    /** The table; only where no problem was added. */
    CsvText table() throws Refused {
        requireHeadings(PLAIN + 1);
        return new CsvText(rows);
    }
}
