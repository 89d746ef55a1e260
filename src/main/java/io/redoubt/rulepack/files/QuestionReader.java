package io.redoubt.rulepack.files;

import io.redoubt.files.CsvRow;
import io.redoubt.files.CsvTable;
import io.redoubt.files.Problems;
import io.redoubt.files.TextFile;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.Question;
import io.redoubt.rulepack.Question.Favourable;
import io.redoubt.rulepack.Question.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code questions.csv}: what suppliers are asked. */
public final class QuestionReader {
    private static final String FILE = "questions.csv";

    private QuestionReader() {}

    /** @throws PackException with every problem */
    public static List<Question> read(Path folder) throws PackException {
        Problems problems = new Problems();
        List<Question> questions = new ArrayList<>();
        TextFile.read(folder, FILE, problems)
                .flatMap(text -> CsvTable.of(FILE, text, problems))
                .ifPresent(csv -> readAll(csv, questions, problems));
        if (!problems.isEmpty()) {
            throw new PackException(problems.list());
        }
        return questions;
    }

    private static void readAll(CsvTable csv, List<Question> questions, Problems problems) {
        csv.columns(
                List.of("id", "requirement", "kind", "favourable", "unit", "validityDays", "notApplicable", "text"),
                List.of());
        Set<String> seen = new HashSet<>();
        for (CsvRow row : csv.rows()) {
            Question question = question(row);
            if (!seen.add(question.id())) {
                problems.add(row.place(), "The question (" + Problems.shown(question.id()) + ") must stand once.");
            }
            questions.add(question);
        }
    }

    private static Question question(CsvRow row) {
        return new Question(
                row.text("id"),
                row.text("requirement"),
                Kind.valueOf(oneOf(row, "kind", "YES_PARTIAL_NO", "NUMBER")),
                Favourable.valueOf(oneOf(row, "favourable", "HIGH", "LOW")),
                row.cell("unit").raw(),
                row.integer("validityDays"),
                row.flag("notApplicable"),
                row.text("text"));
    }

    private static String oneOf(CsvRow row, String column, String... known) {
        return row.cell(column).oneOf(List.of(known)).orElse(known[0]);
    }
}
