package io.redoubt.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A CSV table cell by cell as written, spaces and all, and the one text that it is kept as: commas, line feeds, and
 * quotes around those cells alone that need them. So two tables with the same cells are the same bytes, and a
 * comparison of two versions shows what somebody changed and not which program saved it.
 *
 * @param rows the header first
 */
public record CsvText(List<List<String>> rows) {
    public CsvText {
        rows = rows.stream().map(List::copyOf).toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("The table must have a header.");
        }
    }

    /** Reads a text; nothing where it is no table, after adding the problem. */
    public static Optional<CsvText> of(String file, String text, Problems problems) {
        List<CsvParser.Line> lines = new CsvParser(file, problems).parse(PlainText.withoutByteOrderMark(text));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CsvText(lines.stream().map(CsvParser.Line::cells).toList()));
    }

    /** The headings as they stand in the file. */
    public List<String> header() {
        return rows.get(0);
    }

    /** The rows below the header. */
    public List<List<String>> body() {
        return rows.subList(1, rows.size());
    }

    /** The canonical text. */
    public String text() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory must be writable.", e);
        }
        return text.toString();
    }

    /** Why a cell may stand in no table, whatever it means; nothing where it may. */
    public static Optional<String> refusal(String cell) {
        if (cell.length() > CsvTable.MAX_CELL) {
            return Optional.of(
                    "The cell (" + Problems.shown(cell) + ") must have at most " + CsvTable.MAX_CELL + " characters.");
        }
        return IntStream.range(0, cell.length())
                .filter(at -> PlainText.isLoneReturn(cell, at))
                .boxed()
                .findFirst()
                .or(() -> PlainText.forbidden(cell))
                .map(at -> PlainText.refusal(cell.codePointAt(at)));
    }
}
