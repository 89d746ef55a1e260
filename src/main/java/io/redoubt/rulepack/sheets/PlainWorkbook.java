package io.redoubt.rulepack.sheets;

import io.redoubt.files.Problems;
import io.redoubt.files.TextFile;
import io.redoubt.shared.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads one sheet of a workbook as the texts that its cells show, under the same caps and refusals as a decision table: no
 * formula, nothing hidden or merged, no macro, no link to another file.
 */
public final class PlainWorkbook {
    /** The most rows that are read. */
    public static final int MAX_ROWS = 5_000;

    private PlainWorkbook() {}

    /**
     * A row that holds anything.
     *
     * @param number from 1, as the spreadsheet shows it
     * @param cells texts that are not empty by column, from 1
     */
    public record Row(int number, SortedMap<Integer, String> cells) {
        public Row {
            cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        }

        /** The text under a column; empty where there is none. */
        public String text(int column) {
            return cells.getOrDefault(column, "");
        }
    }

    /**
     * Reads a sheet.
     *
     * @param file what problems call it
     * @param sheets which sheet is read, and which may stand beside it
     * @return nothing where a problem was added
     */
    public static Optional<List<Row>> read(byte[] content, String file, ExpectedSheets sheets, Problems problems) {
        SheetProblems found = new SheetProblems(file, problems);
        try (ZipParts zip = ZipParts.open(content, file)) {
            List<Row> rows = rows(zip, file, sheets, found);
            return found.isEmpty() ? Optional.of(rows) : Optional.empty();
        } catch (Refused e) {
            problems.add(e.problem().place(), e.problem().message());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A file in memory must be readable.", e);
        }
    }

    private static List<Row> rows(ZipParts zip, String file, ExpectedSheets sheets, SheetProblems problems)
            throws Refused {
        new ContentGate(zip, file).check();
        SheetNames names = SheetNames.of(zip, file, sheets);
        SharedTexts shared = SharedTexts.of(zip, file, names.part(zip, file, "sharedStrings"));
        NumberFormats formats = NumberFormats.of(zip, file, names.part(zip, file, "styles"));
        XmlPart xml = XmlPart.open(zip, file, names.parts().getOrDefault(sheets.main(), ""), XmlRoot.WORKSHEET);
        Collector rows = new Collector(file);
        new SheetReader(xml, new CellReader(shared, formats, problems), problems, rows).read();
        xml.finish();
        return rows.rows;
    }

    /** Keeps rows up to the caps. */
    private static final class Collector implements SheetReader.RowTaker {
        private final String file;
        private final List<Row> rows = new ArrayList<>();
        private long size;

        Collector(String file) {
            this.file = file;
        }

        @Override
        public void take(int row, java.util.Map<Integer, String> cells) throws Refused {
            size += cells.values().stream().mapToLong(String::length).sum();
            if (rows.size() == MAX_ROWS || size > TextFile.MAX_BYTES) {
                throw new Refused(
                        Place.of(file, row), "The sheet must have at most " + MAX_ROWS + " rows and 4 MB of text.");
            }
            rows.add(new Row(row, new TreeMap<>(cells)));
        }
    }
}
