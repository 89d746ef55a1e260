package io.redoubt.rulepack.sheets;

import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes the sheet of the rules: two locked rows of headings that stay in sight, and below them the rules and room for
 * more. Rows may be added, deleted and sorted; columns may not, since each belongs to the table.
 */
final class RuleSheet {
    /** Rows below the rules that have lists and messages too. */
    static final int SPARE = 200;

    private final SXSSFWorkbook workbook;
    private final SXSSFSheet sheet;
    private final Styles styles;

    RuleSheet(SXSSFWorkbook workbook, Styles styles) {
        this.workbook = workbook;
        this.sheet = workbook.createSheet(SheetNames.RULES);
        this.styles = styles;
    }

    void write(List<List<String>> rules, List<ColumnGuide> guides, List<String> header) {
        CellStyle open = styles.plain(false);
        int last = Math.min(rules.size() + SPARE, SpreadsheetVersion.EXCEL2007.getMaxRows() - TableRows.PLAIN) + 1;
        DropDowns choices = new DropDowns(workbook, sheet, last);
        for (int column = 0; column < guides.size(); column++) {
            choices.add(guides.get(column), column);
        }
        new SheetFrame(workbook, sheet).set(header, last, open);
        writeRow(0, header, styles.technical(), true);
        writeRow(1, guides.stream().map(ColumnGuide::words).toList(), styles.heading(), true);
        int row = TableRows.PLAIN;
        for (List<String> rule : rules) {
            writeRow(row++, rule, open, false);
        }
    }

    private void writeRow(int index, List<String> texts, CellStyle style, boolean heading) {
        Row row = sheet.createRow(index);
        if (heading) {
            row.setRowStyle(style);
        }
        for (int column = 0; column < texts.size(); column++) {
            if (!texts.get(column).isEmpty()) {
                Cell cell = row.createCell(column);
                cell.setCellValue(CellText.encode(texts.get(column)));
                cell.setCellStyle(style);
            }
        }
    }
}
