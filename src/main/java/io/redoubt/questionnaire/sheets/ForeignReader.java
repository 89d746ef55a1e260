package io.redoubt.questionnaire.sheets;

import static io.redoubt.files.Problems.shown;

import io.redoubt.files.CsvText;
import io.redoubt.files.Problems;
import io.redoubt.files.TextFile;
import io.redoubt.questionnaire.form.ForeignRow;
import io.redoubt.questionnaire.form.SheetMapping;
import io.redoubt.rulepack.sheets.ExpectedSheets;
import io.redoubt.rulepack.sheets.PlainWorkbook;
import io.redoubt.rulepack.sheets.PlainWorkbook.Row;
import io.redoubt.shared.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the rows of somebody else's sheet, a workbook or CSV, by the columns that a mapping names. */
public final class ForeignReader {
    private final String file;
    private final SheetMapping mapping;
    private final Problems problems;

    private ForeignReader(String file, SheetMapping mapping, Problems problems) {
        this.file = file;
        this.mapping = mapping;
        this.problems = problems;
    }

    /** The rows below the headings of a workbook's sheet; to be used only where no problem was added. */
    public static List<ForeignRow> workbook(byte[] content, String file, SheetMapping mapping, Problems problems) {
        return PlainWorkbook.read(content, file, ExpectedSheets.of(mapping.sheet()), problems)
                .map(rows -> new ForeignReader(file, mapping, problems).rows(rows))
                .orElse(List.of());
    }

    /** The rows below the headings of a CSV file; to be used only where no problem was added. */
    public static List<ForeignRow> csv(byte[] content, String file, SheetMapping mapping, Problems problems) {
        Optional<CsvText> read =
                TextFile.decode(content, file, problems).flatMap(text -> CsvText.of(file, text, problems));
        if (read.isEmpty() || !problems.isEmpty()) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (List<String> line : read.get().rows()) {
            Map<Integer, String> cells = new TreeMap<>();
            for (int column = 1; column <= line.size(); column++) {
                if (!line.get(column - 1).isEmpty()) {
                    cells.put(column, line.get(column - 1));
                }
            }
            rows.add(new Row(++number, new TreeMap<>(cells)));
        }
        return new ForeignReader(file, mapping, problems).rows(rows);
    }

    private List<ForeignRow> rows(List<Row> rows) {
        Optional<Row> header =
                rows.stream().filter(row -> row.number() == mapping.headerRow()).findFirst();
        if (header.isEmpty()) {
            problems.add(Place.of(file, mapping.headerRow()), "The row must hold the headings.");
            return List.of();
        }
        int id = column(header.get(), mapping.id());
        int answer = column(header.get(), mapping.answer());
        int comment = mapping.comment().isEmpty() ? 0 : column(header.get(), mapping.comment());
        return rows.stream()
                .filter(row -> row.number() > mapping.headerRow())
                .filter(row -> !row.text(id).isBlank())
                .map(row -> new ForeignRow(
                        row.number(),
                        row.text(id).strip(),
                        row.text(answer).strip(),
                        row.text(comment).strip()))
                .toList();
    }

    private int column(Row header, String heading) {
        List<Integer> found = header.cells().entrySet().stream()
                .filter(cell -> cell.getValue().strip().equals(heading))
                .map(Map.Entry::getKey)
                .toList();
        if (found.size() != 1) {
            problems.add(
                    Place.of(file, header.number()),
                    "The heading (" + shown(heading) + ") must stand in the row once; it stands there " + found.size()
                            + " times.");
        }
        return found.isEmpty() ? 0 : found.get(0);
    }
}
