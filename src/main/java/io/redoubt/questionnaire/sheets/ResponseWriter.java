package io.redoubt.questionnaire.sheets;

import io.redoubt.questionnaire.form.Condition;
import io.redoubt.questionnaire.form.Form;
import io.redoubt.questionnaire.form.FormQuestion;
import io.redoubt.questionnaire.form.Given;
import io.redoubt.questionnaire.form.Kind;
import io.redoubt.questionnaire.form.Rated;
import io.redoubt.questionnaire.form.Section;
import io.redoubt.questionnaire.form.Tip;
import io.redoubt.rulepack.sheets.CellText;
import io.redoubt.rulepack.sheets.UnguardedWorkbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes a questionnaire as a workbook that a supplier fills in: questions and answers so far, lists to choose from, a sheet
 * of notes. It is made of the form and the answers alone, so that nothing of rules, points or reviews can be in it. Every cell
 * is text, also one that looks like a formula.
 */
public final class ResponseWriter {
    private static final int LONGEST_LIST = 255;
    private static final int CHARACTER = 256;
    private static final List<ResponseSheet> OPEN =
            Arrays.stream(ResponseSheet.values()).filter(ResponseSheet::isOpen).toList();
    private static final List<String> HOW = List.of(
            "Fill in the white columns of the sheet Questions; the others can't be changed.",
            "Choose answers from the list. Where more than one may be chosen, separate them with | such as PAPER | OFFLINE_MACHINES.",
            "Dates are written 2026-11-01 and numbers with a point, 12.5. Formulas are refused.",
            "Answer NO where something is not so, and say in the comment what is planned. A claim should name its evidence.",
            "Where a question does not apply, write true in that column and say why; it then needs no answer.",
            "You may send the workbook in parts. An answer that was sent can be changed and not emptied.",
            "Sending back: the upload names cells by row and column where something can't be taken, and takes nothing then.");

    private final SXSSFWorkbook workbook;
    private final Form form;
    private final Map<String, Given> answers;
    private final CellStyle locked;
    private final CellStyle open;
    private final CellStyle heading;

    private ResponseWriter(SXSSFWorkbook workbook, Form form, Map<String, Given> answers) {
        this.workbook = workbook;
        this.form = form;
        this.answers = answers;
        this.locked = style(true, false);
        this.open = style(false, false);
        this.heading = style(true, true);
    }

    /** The workbook's bytes. */
    public static byte[] write(Form form, Map<String, Given> answers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SXSSFWorkbook workbook = new UnguardedWorkbook()) {
            ResponseWriter writer = new ResponseWriter(workbook, form, answers);
            writer.writeQuestions();
            writer.writeNotes();
            workbook.setActiveSheet(0);
            workbook.getXSSFWorkbook().lockStructure();
            workbook.getXSSFWorkbook().getProperties().getCoreProperties().setCreator("Redoubt");
            workbook.getXSSFWorkbook().getProperties().getCoreProperties().setTitle(form.title());
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The workbook must be writable to the folder of temporary files.", e);
        }
        return bytes.toByteArray();
    }

    private CellStyle style(boolean lock, boolean bold) {
        Font font = workbook.createFont();
        font.setBold(bold);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setLocked(lock);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        return style;
    }

    private void writeQuestions() {
        SXSSFSheet sheet = workbook.createSheet(ResponseSheet.NAME);
        for (ResponseSheet column : ResponseSheet.values()) {
            sheet.setColumnWidth(column.index(), column.width() * CHARACTER);
        }
        sheet.createFreezePane(1, ResponseSheet.HEADINGS);
        addLists(sheet);
        Row technical = sheet.createRow(0);
        Row words = sheet.createRow(1);
        for (ResponseSheet column : ResponseSheet.values()) {
            put(technical, column, column.key(), locked);
            put(words, column, column.words(), heading);
        }
        Map<String, String> sections = form.sections().stream().collect(Collectors.toMap(Section::id, Section::title));
        int next = ResponseSheet.HEADINGS;
        for (FormQuestion question : form.questions()) {
            Row row = sheet.createRow(next++);
            cells(question, sections)
                    .forEach((column, text) -> put(row, column, text, column.isOpen() ? open : locked));
        }
        protect(sheet);
    }

    private Map<ResponseSheet, String> cells(FormQuestion question, Map<String, String> sections) {
        Given given = answers.get(question.id());
        Map<ResponseSheet, String> cells = new LinkedHashMap<>();
        cells.put(ResponseSheet.ID, question.id());
        cells.put(ResponseSheet.SECTION, sections.getOrDefault(question.section(), question.section()));
        cells.put(ResponseSheet.TEXT, question.text());
        cells.put(ResponseSheet.CHOICES, permitted(question));
        cells.put(
                ResponseSheet.ONLY_IF,
                question.shownIf().stream().map(ResponseWriter::words).collect(Collectors.joining("; ")));
        cells.put(ResponseSheet.NEEDS, question.evidence().isPresent() ? "its evidence" : "");
        OPEN.forEach(column -> cells.put(column, ""));
        if (given != null) {
            putAnswer(cells, given);
        }
        cells.put(
                ResponseSheet.TIP,
                question.tip()
                        .filter(tip -> given != null && tip.isFor(given))
                        .map(Tip::text)
                        .orElse(""));
        return cells;
    }

    private static void putAnswer(Map<ResponseSheet, String> cells, Given given) {
        cells.put(ResponseSheet.VALUE, given.value());
        cells.put(ResponseSheet.NOT_APPLICABLE, given.notApplicable() ? "true" : "");
        cells.put(ResponseSheet.COMMENT, given.comment());
        cells.put(ResponseSheet.EVIDENCE, given.evidence());
        cells.put(ResponseSheet.ANSWERED_ON, given.answeredOn().toString());
        cells.put(
                ResponseSheet.VALID_UNTIL,
                given.validUntil().map(LocalDate::toString).orElse(""));
        cells.put(ResponseSheet.REASON, given.reason());
    }

    private static String permitted(FormQuestion question) {
        String kind = switch (question.kind()) {
            case YES_PARTIAL_NO, CHOICE -> String.join(", ", question.choices());
            case MULTIPLE -> "any of " + String.join(", ", question.choices());
            case NUMBER -> "a number of " + question.unit();
            case DATE -> "a date";
            case TEXT -> "text";
            case FILE -> "name of a document";
        };
        return kind + (question.rated().filter(Rated::notApplicable).isPresent() ? "; may not apply" : "");
    }

    private static String words(Condition condition) {
        return condition.question()
                + (condition.values().contains(Condition.ANY)
                        ? " is answered"
                        : " is " + String.join(" or ", condition.values()));
    }

    /** One list for all questions with the same choices. */
    private void addLists(SXSSFSheet sheet) {
        Map<List<String>, CellRangeAddressList> cells = new LinkedHashMap<>();
        int row = ResponseSheet.HEADINGS;
        int column = ResponseSheet.VALUE.index();
        CellRangeAddressList flags = new CellRangeAddressList();
        for (FormQuestion question : form.questions()) {
            boolean one = question.kind() == Kind.YES_PARTIAL_NO || question.kind() == Kind.CHOICE;
            if (one && String.join(",", question.choices()).length() <= LONGEST_LIST) {
                cells.computeIfAbsent(question.choices(), choices -> new CellRangeAddressList())
                        .addCellRangeAddress(row, column, row, column);
            }
            flags.addCellRangeAddress(row, column + 1, row, column + 1);
            row++;
        }
        cells.forEach((choices, where) -> addList(sheet, choices, where));
        addList(sheet, List.of("true"), flags);
    }

    private static void addList(SXSSFSheet sheet, List<String> choices, CellRangeAddressList where) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation =
                helper.createValidation(helper.createExplicitListConstraint(choices.toArray(String[]::new)), where);
        validation.setEmptyCellAllowed(true);
        validation.setShowErrorBox(true);
        validation.setSuppressDropDownArrow(true);
        validation.createErrorBox("Not in the list", "Choose one of: " + String.join(", ", choices));
        sheet.addValidationData(validation);
    }

    private static void put(Row row, ResponseSheet column, String text, CellStyle style) {
        Cell cell = row.createCell(column.index());
        if (!text.isEmpty()) {
            cell.setCellValue(CellText.encode(text));
        }
        cell.setCellStyle(style);
    }

    private void writeNotes() {
        SXSSFSheet sheet = workbook.createSheet(ResponseSheet.NOTES);
        sheet.setColumnWidth(0, 120 * CHARACTER);
        Cell title = sheet.createRow(0).createCell(0);
        title.setCellValue(CellText.encode(form.title()));
        title.setCellStyle(heading);
        for (int i = 0; i < HOW.size(); i++) {
            Cell cell = sheet.createRow(i + 1).createCell(0);
            cell.setCellValue(HOW.get(i));
            cell.setCellStyle(locked);
        }
        sheet.enableLocking();
    }

    /** Without a password: it guards against a slip, and the reader against everything else. */
    private static void protect(SXSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockFormatCells(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
    }
}
