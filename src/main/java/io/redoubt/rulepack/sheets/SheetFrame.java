package io.redoubt.rulepack.sheets;

import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;

/** What surrounds the cells of the sheet of the rules: widths, what stays in sight, what is locked, and how it prints. */
final class SheetFrame {
    private static final int NARROW = 9;
    private static final int LEFT = 2;

    private final SXSSFWorkbook workbook;
    private final SXSSFSheet sheet;

    SheetFrame(SXSSFWorkbook workbook, SXSSFSheet sheet) {
        this.workbook = workbook;
        this.sheet = sheet;
    }

    /**
     * Sets all of it.
     *
     * @param last index of the last row that is made ready, from 0
     */
    void set(List<String> header, int last, CellStyle open) {
        layOut(header, open);
        protect();
        // Otherwise Excel marks every number with a green corner, since it is text.
        workbook.getXSSFWorkbook()
                .getSheet(SheetNames.RULES)
                .addIgnoredErrors(
                        new CellRangeAddress(0, last, 0, header.size() - 1), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    }

    private void layOut(List<String> header, CellStyle open) {
        int lastColumn = SpreadsheetVersion.EXCEL2007.getLastColumnIndex();
        for (int column = 0; column < header.size(); column++) {
            sheet.setColumnWidth(column, ColumnWidths.of(header.get(column)));
            sheet.setDefaultColumnStyle(column, open);
        }
        unlockBeyond(header.size(), open);
        sheet.createFreezePane(Math.min(LEFT, header.size()), TableRows.PLAIN);
        sheet.setRepeatingRows(new CellRangeAddress(0, 1, 0, Math.min(header.size(), lastColumn) - 1));
        printWhole(sheet);
    }

    /** All columns beside each other on paper, on as many pages as it has rows for. */
    static void printWhole(SXSSFSheet sheet) {
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    /** Excel deletes a row of a protected sheet only where every cell of it is unlocked, also those right of the table. */
    private void unlockBeyond(int columns, CellStyle open) {
        CTCol rest = workbook.getXSSFWorkbook()
                .getSheet(SheetNames.RULES)
                .getCTWorksheet()
                .getColsArray(0)
                .addNewCol();
        rest.setMin(columns + 1L);
        rest.setMax(SpreadsheetVersion.EXCEL2007.getMaxColumns());
        rest.setWidth(NARROW);
        rest.setStyle(open.getIndex());
    }

    /** Without a password: it guards against a slip, and the reader against everything else. */
    private void protect() {
        sheet.enableLocking();
        sheet.lockInsertRows(false);
        sheet.lockDeleteRows(false);
        sheet.lockSort(false);
        sheet.lockFormatCells(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
    }
}
