package io.redoubt.questionnaire.sheets;

import static io.redoubt.files.Problems.shown;

import io.redoubt.files.Problems;
import io.redoubt.files.Scalar;
import io.redoubt.questionnaire.form.Given;
import io.redoubt.rulepack.sheets.ExpectedSheets;
import io.redoubt.rulepack.sheets.PlainWorkbook;
import io.redoubt.shared.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a response workbook back. What it says of its questions is not looked at but for their ids; the answers are read as
 * text, and whether a question takes them is decided where every answer is.
 */
public final class ResponseReader {
    private static final ExpectedSheets SHEETS =
            new ExpectedSheets(ResponseSheet.NAME, Set.of(ResponseSheet.NOTES), "", false);

    private final String file;
    private final Map<String, Given> before;
    private final LocalDate today;
    private final Problems problems;

    private ResponseReader(String file, Map<String, Given> before, LocalDate today, Problems problems) {
        this.file = file;
        this.before = before;
        this.today = today;
        this.problems = problems;
    }

    /**
     * An answer in a row.
     *
     * @param row as the spreadsheet shows it
     */
    public record RowAnswer(String question, Given given, int row) {
        /** The cell of a part of the answer. */
        public Place place(String file, String part) {
            return new Place(file, row, ResponseSheet.of(part));
        }
    }

    /**
     * Reads a workbook; to be used only where no problem was added.
     *
     * @param before answers that are known; an empty row says nothing of a question that has none
     * @param today what an empty day of an answer means
     */
    public static List<RowAnswer> read(
            byte[] content, String file, Map<String, Given> before, LocalDate today, Problems problems) {
        ResponseReader reader = new ResponseReader(file, before, today, problems);
        return PlainWorkbook.read(content, file, SHEETS, problems)
                .map(reader::answers)
                .orElse(List.of());
    }

    private List<RowAnswer> answers(List<PlainWorkbook.Row> rows) {
        List<RowAnswer> answers = new ArrayList<>();
        if (rows.size() < ResponseSheet.HEADINGS || !isHeader(rows.get(0))) {
            return answers;
        }
        Set<String> seen = new HashSet<>();
        for (PlainWorkbook.Row row : rows.subList(ResponseSheet.HEADINGS, rows.size())) {
            String id = cell(row, ResponseSheet.ID);
            if (!seen.add(id)) {
                problems.add(place(row, ResponseSheet.ID), "The question (" + shown(id) + ") must stand in one row.");
            }
            answer(row, id).ifPresent(answers::add);
        }
        return answers;
    }

    private boolean isHeader(PlainWorkbook.Row row) {
        for (ResponseSheet column : ResponseSheet.values()) {
            String found = cell(row, column);
            if (row.number() != 1 || !found.equals(column.key())) {
                problems.add(
                        new Place(file, 1, column.column()),
                        "The heading (" + shown(found) + ") must be " + column.key()
                                + ".\nMaybe fill in the workbook that was downloaded.");
                return false;
            }
        }
        return true;
    }

    private Optional<RowAnswer> answer(PlainWorkbook.Row row, String id) {
        boolean empty = List.of(ResponseSheet.values()).stream()
                .filter(ResponseSheet::isOpen)
                .allMatch(column -> cell(row, column).isEmpty());
        if (empty) {
            if (before.containsKey(id)) {
                problems.add(
                        place(row, ResponseSheet.VALUE),
                        "The answer to " + shown(id) + " must not be emptied.\nMaybe change it.");
            }
            return Optional.empty();
        }
        Given given = new Given(
                flag(row),
                cell(row, ResponseSheet.VALUE),
                cell(row, ResponseSheet.COMMENT),
                cell(row, ResponseSheet.EVIDENCE),
                day(row, ResponseSheet.ANSWERED_ON).orElse(today),
                day(row, ResponseSheet.VALID_UNTIL),
                cell(row, ResponseSheet.REASON));
        return Optional.of(new RowAnswer(id, given, row.number()));
    }

    private boolean flag(PlainWorkbook.Row row) {
        String text = cell(row, ResponseSheet.NOT_APPLICABLE);
        return !text.isEmpty()
                && new Scalar(place(row, ResponseSheet.NOT_APPLICABLE), "value", text, problems)
                        .flag()
                        .orElse(false);
    }

    private Optional<LocalDate> day(PlainWorkbook.Row row, ResponseSheet column) {
        String text = cell(row, column);
        return text.isEmpty() ? Optional.empty() : new Scalar(place(row, column), column.key(), text, problems).date();
    }

    private Place place(PlainWorkbook.Row row, ResponseSheet column) {
        return new Place(file, row.number(), column.column());
    }

    private static String cell(PlainWorkbook.Row row, ResponseSheet column) {
        return row.text(column.column()).strip();
    }
}
