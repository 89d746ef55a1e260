package io.redoubt.rulepack.sheets;

import io.redoubt.rulepack.Citation;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.shared.Micros;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes the sheet that explains the other one; nobody reads it back. */
final class NotesSheet {
    private static final int CHARACTER = 256;
    /** A line of text in points, and how high a spreadsheet lets a row be. */
    private static final float LINE = 15;

    private static final int MOST_LINES = 27;
    /** Letters are on average so much narrower than the figures by which a width is told: by an eighth. */
    private static final int SLIM = 8;

    private static final List<Integer> WIDTHS = List.of(34, 34, 50, 70, 24, 34);

    private final SXSSFSheet sheet;
    private final TableSheet source;
    private final CellStyle title;
    private final CellStyle heading;
    private final CellStyle note;
    private int next;

    NotesSheet(SXSSFWorkbook workbook, Styles styles, TableSheet source) {
        this.sheet = workbook.createSheet(SheetNames.NOTES);
        this.source = source;
        this.title = styles.title();
        this.heading = styles.heading();
        this.note = styles.plain(true);
    }

    void write(List<ColumnGuide> guides) {
        for (int column = 0; column < WIDTHS.size(); column++) {
            sheet.setColumnWidth(column, WIDTHS.get(column) * CHARACTER);
        }
        SheetFrame.printWhole(sheet);
        writeAbout();
        writeHow();
        part("Columns", "Heading", "In plain words", "Meaning", "What a cell may hold", "Empty means", "Example");
        guides.forEach(guide -> row(
                note,
                guide.heading(),
                guide.words(),
                guide.meaning(),
                guide.permitted(),
                guide.blank(),
                guide.example()));
        writeNames();
        sheet.enableLocking();
    }

    private void writeAbout() {
        RuleTable table = source.table();
        row(title, "Table " + table.id());
        row(
                note,
                "Pack",
                source.pack().header().title() + ", version "
                        + source.pack().header().version());
        row(note, "What it is about", table.description());
        row(note, "One row judges", "one " + FieldWords.spaced(table.subject().label()));
        row(
                note,
                "Which rows act",
                table.policy() == RuleTable.HitPolicy.FIRST
                        ? "Only the first row that is true: the order of rows matters."
                        : "Every row that is true.");
    }

    private void writeHow() {
        row(title, "How to change it");
        row(note, "Conditions", "A row fires where all of its conditions are true. An empty one is not asked.");
        row(note, "More than one value", "Separate them with | such as NO | PARTIAL, where the column allows a list.");
        row(
                note,
                "Parameters",
                "Write $ and the name, such as $patch_latency. The value is that of the day of a rating.");
        row(note, "Numbers", "Plain, with a point: 12.5. No formulas, dates, percentages or thousands separators.");
        row(note, "A new rule", "Fill in the next empty row, or insert one. Empty rows are skipped.");
        row(note, "An old rule", "Set its status to DEPRECATED instead of deleting it: past ratings still name it.");
        row(note, "Headings and sheets", "Leave them as they are. Columns are added and removed in the CSV file.");
        row(
                note,
                "Upload",
                "It is taken into your draft; the check then names problems by row and column. Nothing rates before the draft is approved.");
    }

    private void writeNames() {
        part("Domains", "Id", "Title");
        for (Domain domain : source.pack().domains()) {
            row(note, domain.id(), domain.title());
        }
        part("Parameters", "Write", "Unit", "Title", "Values");
        for (Parameter parameter : source.pack().parameters()) {
            row(note, "$" + parameter.id(), parameter.unit(), parameter.title(), values(parameter));
        }
        part("Sources", "Id", "Publisher", "Title", "Section");
        for (Citation citation : source.pack().citations()) {
            row(note, citation.id(), citation.publisher(), citation.title(), citation.section());
        }
        if (source.table().subject() == FactType.ANSWER
                || source.text().header().contains("excuses")) {
            part("Questions", "Id", "Unit", "Text");
            source.catalogue()
                    .questions()
                    .forEach(question -> row(note, question.id(), question.unit(), question.text()));
        }
    }

    private static String values(Parameter parameter) {
        return String.join(
                "; ",
                parameter.values().stream()
                        .map(value -> Micros.format(value.value()) + " from " + value.from())
                        .toList());
    }

    private void part(String name, String... headings) {
        next++;
        row(title, name);
        row(heading, headings);
    }

    private void row(CellStyle style, String... texts) {
        Row row = sheet.createRow(next++);
        int lines = 1;
        for (int column = 0; column < texts.length; column++) {
            Cell cell = row.createCell(column);
            cell.setCellValue(CellText.encode(texts[column]));
            cell.setCellStyle(style);
            lines = Math.max(lines, texts[column].length() / (WIDTHS.get(column) + WIDTHS.get(column) / SLIM) + 1);
        }
        if (style == note) {
            // not every program makes a row as high as its texts
            row.setHeightInPoints(LINE * Math.min(lines, MOST_LINES));
        }
    }
}
