package io.redoubt.rulepack.sheets;

import io.redoubt.files.CsvTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes a decision table as a workbook that a lawyer can fill in: headings in plain words, lists to choose from, a
 * message at each cell, and a sheet of notes. Every cell is text as in the CSV file, also one that looks like a formula;
 * {@link WorkbookReader} gives the same cells back.
 */
public final class WorkbookWriter {
    private WorkbookWriter() {}

    /**
     * Writes a workbook.
     *
     * @throws IllegalArgumentException if a heading means nothing for the table, or a row is longer than the header
     */
    public static byte[] write(TableSheet sheet) {
        List<String> header = sheet.text().header();
        if (header.size() > CsvTable.MAX_COLUMNS) {
            throw new IllegalArgumentException("The table must have at most " + CsvTable.MAX_COLUMNS + " columns.");
        }
        if (sheet.text().body().stream().anyMatch(row -> row.size() != header.size())) {
            throw new IllegalArgumentException("The rows of the table must have the header's length.");
        }
        List<ColumnGuide> guides = new ColumnGuides(sheet).all();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SXSSFWorkbook workbook = new UnguardedWorkbook()) {
            Styles styles = new Styles(workbook);
            new RuleSheet(workbook, styles).write(sheet.text().body(), guides, header);
            new NotesSheet(workbook, styles, sheet).write(guides);
            finish(workbook, sheet);
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The workbook must be writable to the folder of temporary files.", e);
        }
        return bytes.toByteArray();
    }

    private static void finish(SXSSFWorkbook workbook, TableSheet sheet) {
        int lists = workbook.getSheetIndex(SheetNames.LISTS);
        if (lists >= 0) {
            workbook.setSheetOrder(SheetNames.LISTS, workbook.getNumberOfSheets() - 1);
            workbook.setSheetHidden(workbook.getNumberOfSheets() - 1, true);
        }
        workbook.setActiveSheet(0);
        workbook.getXSSFWorkbook().lockStructure();
        POIXMLProperties.CoreProperties properties =
                workbook.getXSSFWorkbook().getProperties().getCoreProperties();
        properties.setCreator("Redoubt");
        properties.setTitle(sheet.pack().header().title() + ": " + sheet.table().id());
    }
}
