package io.redoubt.files;

import static io.redoubt.files.Problems.shown;

import io.redoubt.shared.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A CSV file (RFC 4180, comma) with a header row. Every row has exactly the header's columns: a missing comma would
 * otherwise move a value under another heading. Empty lines are skipped. Places name the line and the cell, both from
 * 1.
 */
public final class CsvTable {
    /** The most rows that are read, the header included. */
    public static final int MAX_ROWS = 100_000;

    /** The most columns. */
    public static final int MAX_COLUMNS = 256;

    /** The most characters in a cell. */
    public static final int MAX_CELL = 10_000;

    private final String file;
    private final Problems problems;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<String> header;
    private final List<CsvRow> rows = new ArrayList<>();
    private final int headerLine;

    private CsvTable(String file, List<CsvParser.Line> lines, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.header = lines.get(0).cells().stream().map(String::strip).toList();
        this.headerLine = lines.get(0).number();
        for (int i = 0; i < header.size(); i++) {
            addColumn(header.get(i), i);
        }
        lines.subList(1, lines.size()).forEach(this::addRow);
    }

    /** Reads a file's text; nothing where it can't be read as a table at all. */
    public static Optional<CsvTable> of(String file, String text, Problems problems) {
        String table = PlainText.withoutByteOrderMark(text);
        if (isOfSemicolons(table)) {
            problems.add(
                    Place.of(file, 1),
                    "The columns must be separated by commas, not by semicolons.\nMaybe save the table as \"CSV UTF-8\" with"
                            + " commas.");
            return Optional.empty();
        }
        List<CsvParser.Line> lines = new CsvParser(file, problems).parse(table);
        return lines.isEmpty() ? Optional.empty() : Optional.of(new CsvTable(file, lines, problems));
    }

    /** Told by the header alone: in the rows below, quotes stand where no comma lets them stand. */
    private static boolean isOfSemicolons(String table) {
        String header = table.lines().findFirst().orElse("");
        return header.contains(";") && !header.contains(",");
    }

    /** The column names in order. */
    public List<String> header() {
        return header;
    }

    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /**
     * Where a column's name stands.
     *
     * @param column index in {@link #header()}, from 0
     */
    public Place headerPlace(int column) {
        return new Place(file, headerLine, column + 1);
    }

    /** Refuses a missing required column, and every column that is neither required nor optional. */
    public void columns(List<String> required, List<String> optional) {
        for (String column : required) {
            if (!has(column)) {
                problems.add(Place.of(file, headerLine), "The column (" + shown(column) + ") must be present.");
            }
        }
        TreeSet<String> known = new TreeSet<>(required);
        known.addAll(optional);
        columns.forEach((column, index) -> {
            if (!known.contains(column)) {
                problems.add(
                        headerPlace(index),
                        "The column (" + shown(column) + ") must be one of " + String.join(", ", known) + ".");
            }
        });
    }

    /** The rows below the header that have the header's length; the others are problems. */
    public List<CsvRow> rows() {
        return List.copyOf(rows);
    }

    private void addColumn(String name, int index) {
        if (name.isEmpty()) {
            problems.add(headerPlace(index), "The column name must not be empty.\nMaybe remove the column.");
        } else if (columns.putIfAbsent(name, index) != null) {
            problems.add(headerPlace(index), "The column (" + shown(name) + ") must stand only once.");
        }
    }

    private void addRow(CsvParser.Line line) {
        if (line.cells().size() == header.size()) {
            rows.add(new CsvRow(Place.of(file, line.number()), columns, line.cells(), problems));
            return;
        }
        int cell = Math.min(line.cells().size(), header.size()) + 1;
        problems.add(
                new Place(file, line.number(), cell),
                "The row (" + line.cells().size() + " cells) must have the header's " + header.size()
                        + " cells.\nMaybe put a cell that holds a comma in quotes.");
    }
}
