package io.redoubt.rulepack.sheets;

import static io.redoubt.files.Problems.shown;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the sheet of the rules from top to bottom and hands on each row that holds anything. What a person who looks at
 * the sheet would not see, or would see elsewhere, is refused: hidden rows and columns, merged cells, and cells out of
 * their order.
 */
final class SheetReader {
    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;

    private final XmlPart xml;
    private final CellReader cells;
    private final SheetProblems problems;
    private final RowTaker taker;
    private int row;
    private boolean done;

    SheetReader(XmlPart xml, CellReader cells, SheetProblems problems, RowTaker taker) {
        this.xml = xml;
        this.cells = cells;
        this.problems = problems;
        this.taker = taker;
    }

    /** Whoever wants the rows. */
    interface RowTaker {
        /**
         * Takes a row.
         *
         * @param cells texts that are not empty by column, from 1
         */
        void take(int row, Map<Integer, String> cells) throws Refused;
    }

    void read() throws Refused {
        while (xml.nextChild()) {
            if (xml.is("sheetData")) {
                readRows();
            } else if (xml.is("sheetFormatPr")) {
                refuseIf(xml.flag("zeroHeight"), new CellPlace(0, 0), "The rows of the sheet must not be hidden.");
                xml.skip();
            } else if (xml.is("cols")) {
                readColumns();
            } else if (xml.is("mergeCells")) {
                readMerged();
            } else {
                xml.skip();
            }
        }
    }

    private void readColumns() throws Refused {
        while (xml.nextChild()) {
            if (xml.is("col")) {
                boolean hidden = xml.flag("hidden") || isTiny(xml.attribute("width"));
                int column = number(xml.attribute("min"), LAST_COLUMN).orElse(0);
                refuseIf(
                        hidden,
                        new CellPlace(1, column),
                        "The column (" + (column == 0 ? "" : CellPlace.letters(column))
                                + ") must not be hidden.\nMaybe show it, or delete what it holds.");
            }
            xml.skip();
        }
    }

    private void readMerged() throws Refused {
        while (xml.nextChild()) {
            String cells = xml.attribute("ref");
            int end = cells.indexOf(':');
            CellPlace first =
                    CellPlace.of(end < 0 ? cells : cells.substring(0, end)).orElse(new CellPlace(0, 0));
            refuseIf(true, first, "The cells (" + shown(cells) + ") must not be merged.\nMaybe unmerge them.");
            xml.skip();
        }
    }

    private void readRows() throws Refused {
        refuseOrder(!done, "one table of cells");
        done = true;
        while (xml.nextChild()) {
            if (xml.is("row")) {
                readRow();
            } else {
                xml.skip();
            }
        }
    }

    private void readRow() throws Refused {
        String written = xml.attribute("r");
        int next = written.isEmpty() ? row + 1 : number(written, LAST_ROW).orElse(0);
        refuseOrder(next > row && next <= LAST_ROW, "its rows in order");
        row = next;
        boolean hidden = xml.flag("hidden") || isTiny(xml.attribute("ht"));
        Map<Integer, String> texts = new TreeMap<>();
        int column = 0;
        while (xml.nextChild()) {
            if (xml.is("c")) {
                column = column(column);
                String text = cells.read(xml, new CellPlace(row, column));
                if (!text.isEmpty()) {
                    texts.put(column, text);
                }
            } else {
                xml.skip();
            }
        }
        if (!texts.isEmpty()) {
            refuseIf(
                    hidden,
                    new CellPlace(row, 0),
                    "The row must not be hidden.\nMaybe remove the filter, show the row, or delete it.");
            taker.take(row, texts);
        }
    }

    private int column(int previous) throws Refused {
        String reference = xml.attribute("r");
        if (reference.isEmpty()) {
            return previous + 1;
        }
        Optional<CellPlace> place = CellPlace.of(reference);
        refuseOrder(
                place.filter(cell -> cell.row() == row && cell.column() > previous && cell.column() <= LAST_COLUMN)
                        .isPresent(),
                "its cells in order");
        return place.map(CellPlace::column).orElse(previous);
    }

    private void refuseOrder(boolean holds, String what) throws Refused {
        if (!holds) {
            throw problems.refused(
                    new CellPlace(row, 0), "The sheet must have " + what + ".\nMaybe save the workbook again.");
        }
    }

    private void refuseIf(boolean wrong, CellPlace place, String message) throws Refused {
        if (wrong) {
            problems.add(place, message);
        }
    }

    /** Whether a width in characters or a height in points is less than one: too little to see what is there. */
    private static boolean isTiny(String size) {
        return !size.isEmpty() && size.matches("0*(\\.[0-9]*)?");
    }

    private static Optional<Integer> number(String text, int most) {
        boolean digits = text.matches("[1-9][0-9]{0,6}");
        return Optional.of(digits ? Integer.parseInt(text) : 0).filter(number -> number >= 1 && number <= most);
    }
}
