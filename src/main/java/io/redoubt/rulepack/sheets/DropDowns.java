package io.redoubt.rulepack.sheets;

import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Shows at each cell what may stand in it: a list to choose from where there is a closed one, otherwise a message. Excel
 * takes a list of up to 255 characters as it is; a longer one comes from a hidden sheet.
 */
final class DropDowns {
    private static final int LONGEST = 255;
    private static final int LONGEST_TITLE = 32;
    private static final String LIST_TITLE = "Not in the list";
    private static final String MORE = "… (see " + SheetNames.NOTES + ")";

    private final SXSSFWorkbook workbook;
    private final SXSSFSheet sheet;
    private final int last;
    private int lists;

    /**
     * Begins with a sheet.
     *
     * @param last index of the last row that has lists and messages, from 0
     */
    DropDowns(SXSSFWorkbook workbook, SXSSFSheet sheet, int last) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.last = last;
    }

    /** Adds what a column's guide says to all cells of the column. */
    void add(ColumnGuide guide, int column) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        boolean closed = !guide.choices().isEmpty();
        DataValidationConstraint constraint =
                closed ? list(helper, guide.choices()) : helper.createCustomConstraint("TRUE");
        DataValidation validation =
                helper.createValidation(constraint, new CellRangeAddressList(TableRows.PLAIN, last, column, column));
        validation.setEmptyCellAllowed(true);
        validation.setShowErrorBox(closed);
        // Of POI's two meanings of this flag, the one for XLSX: true shows the arrow.
        validation.setSuppressDropDownArrow(closed);
        if (closed) {
            validation.createErrorBox(LIST_TITLE, cut("Choose a value from the list. " + guide.permitted(), LONGEST));
        }
        validation.setShowPromptBox(true);
        validation.createPromptBox(cut(guide.words(), LONGEST_TITLE), prompt(guide));
        sheet.addValidationData(validation);
    }

    private static String prompt(ColumnGuide guide) {
        String whole = guide.meaning() + "\n" + guide.permitted();
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST - MORE.length()) + MORE;
    }

    private DataValidationConstraint list(DataValidationHelper helper, List<String> choices) {
        boolean plain = choices.stream().noneMatch(choice -> choice.contains(",") || choice.contains("\""));
        if (plain && String.join(",", choices).length() <= LONGEST) {
            return helper.createExplicitListConstraint(choices.toArray(String[]::new));
        }
        String letter = CellPlace.letters(++lists);
        for (int i = 0; i < choices.size(); i++) {
            Cell cell = row(i).createCell(lists - 1);
            cell.setCellValue(CellText.encode(choices.get(i)));
        }
        return helper.createFormulaListConstraint(
                SheetNames.LISTS + "!$" + letter + "$1:$" + letter + "$" + choices.size());
    }

    private Row row(int index) {
        int at = workbook.getSheetIndex(SheetNames.LISTS);
        SXSSFSheet hidden = at < 0 ? workbook.createSheet(SheetNames.LISTS) : workbook.getSheetAt(at);
        Row row = hidden.getRow(index);
        return row == null ? hidden.createRow(index) : row;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
