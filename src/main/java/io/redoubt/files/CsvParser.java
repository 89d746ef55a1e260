package io.redoubt.files;

import static io.redoubt.files.Problems.shown;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.redoubt.shared.Place;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Splits CSV text into lines of cells and decides which CSV is allowed: bounded, and with quotes only where RFC 4180
 * has them, since a stray quote would swallow the cells that follow.
 */
final class CsvParser {
    private final String file;
    private final Problems problems;

    CsvParser(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * A row as it stands in the file.
     *
     * @param number line on which it begins
     */
    record Line(int number, List<String> cells) {}

    /** All rows, the header first; none where the text is no table. */
    List<Line> parse(String text) {
        if (!PlainText.isAccepted(file, text, problems) || losesCells(text)) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        CellCollector collector = new CellCollector();
        try {
            Iterator<Line> records = CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowExtraCharsAfterClosingQuote(false)
                    .build(collector, text)
                    .iterator();
            while (records.hasNext()) {
                if (lines.size() == CsvTable.MAX_ROWS) {
                    problems.add(
                            Place.of(file, collector.line),
                            "The table must have at most " + CsvTable.MAX_ROWS + " rows.");
                    return List.of();
                }
                lines.add(records.next());
            }
        } catch (CsvParseException e) {
            problems.add(collector.place(), collector.complaint());
            return List.of();
        }
        return isComplete(text, lines, collector) ? lines : List.of();
    }

    /**
     * Refuses a carriage return in quotes that no line feed follows: behind one, the library loses the cell it is in and
     * joins or loses rows without a word.
     */
    private boolean losesCells(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (quoted && PlainText.isLoneReturn(text, i)) {
                int line = PlainText.placeAt(file, text.substring(0, i)).line();
                problems.add(Place.of(file, line), PlainText.refusal('\r'));
                return true;
            }
        }
        return false;
    }

    /** Whether there is a header and the last quote is closed, which the library lets pass at the end of a text. */
    private boolean isComplete(String text, List<Line> lines, CellCollector collector) {
        if (lines.isEmpty()) {
            problems.add(Place.of(file, 1), "The file (" + shown(file) + ") must begin with a header row.");
        } else if (text.chars().filter(c -> c == '"').count() % 2 != 0) {
            problems.add(collector.lastCell(), "The quote that begins here must be closed.");
            return false;
        }
        return !lines.isEmpty();
    }

    /** Takes the cells of one row after the other; refuses by exception, which ends the reading. */
    private final class CellCollector extends AbstractBaseCsvCallbackHandler<Line> {
        private List<String> cells = new ArrayList<>();
        private int line = 1;
        private String complaint = "";

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = Math.toIntExact(startingLineNumber);
            cells = new ArrayList<>();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            String cell = new String(buffer, offset, length);
            if (index >= CsvTable.MAX_COLUMNS) {
                throw refused("The row must have at most " + CsvTable.MAX_COLUMNS + " cells.");
            }
            if (length > CsvTable.MAX_CELL) {
                throw refused("The cell (" + shown(cell) + ") must have at most " + CsvTable.MAX_CELL + " characters.");
            }
            if (!quoted && cell.indexOf('"') >= 0) {
                throw refused("The cell (" + shown(cell)
                        + ") must not contain a quote.\nMaybe put the cell in quotes and double the quote inside.");
            }
            cells.add(cell);
        }

        @Override
        protected Line buildRecord() {
            return new Line(line, cells);
        }

        /** The cell being read. */
        Place place() {
            return new Place(file, line, cells.size() + 1);
        }

        /** The last cell read. */
        Place lastCell() {
            return new Place(file, line, cells.size());
        }

        /** Why reading ended; what the library itself refuses is text after a closing quote. */
        String complaint() {
            return complaint.isEmpty()
                    ? "The cell must end with its closing quote.\nMaybe double a quote that belongs to the text."
                    : complaint;
        }

        private CsvParseException refused(String why) {
            complaint = why;
            return new CsvParseException(why);
        }
    }
}
