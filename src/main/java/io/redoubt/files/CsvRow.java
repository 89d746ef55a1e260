package io.redoubt.files;

import io.redoubt.shared.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a {@link CsvTable} with typed access by column. As in {@link YamlMap}, a plain accessor demands a value and
 * answers a stand-in after adding the problem; a column that the table lacks is silent, since the table already said
 * so.
 */
public final class CsvRow {
    private final Place place;
    private final Map<String, Integer> columns;
    private final List<String> cells;
    private final Problems problems;

    CsvRow(Place place, Map<String, Integer> columns, List<String> cells, Problems problems) {
        this.place = place;
        this.columns = columns;
        this.cells = cells;
        this.problems = problems;
    }

    /** The line on which the row begins. */
    public Place place() {
        return place;
    }

    /** Whether the table has a column. */
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** The cell under a column, perhaps blank. */
    public Scalar cell(String column) {
        Integer index = columns.get(column);
        return index == null
                ? new Scalar(place, column, "", new Problems())
                : new Scalar(new Place(place.file(), place.line(), index + 1), column, cells.get(index), problems);
    }

    /** The cell under a column; nothing where it is blank or the table lacks the column. */
    public Optional<Scalar> optional(String column) {
        return Optional.of(cell(column)).filter(cell -> !cell.isBlank());
    }

    public String text(String column) {
        return cell(column).text().orElse("");
    }

    public LocalDate date(String column) {
        return cell(column).date().orElse(LocalDate.EPOCH);
    }

    public Optional<LocalDate> optionalDate(String column) {
        return optional(column).flatMap(Scalar::date);
    }

    public int integer(String column) {
        return cell(column).integer().orElse(0);
    }

    /** A plain decimal as written. */
    public String decimal(String column) {
        return cell(column).decimal().orElse("0");
    }

    public boolean flag(String column) {
        return cell(column).flag().orElse(false);
    }

    /** The parts of {@code A | B}; none where blank. */
    public List<Scalar> parts(String column) {
        return cell(column).parts();
    }
}
