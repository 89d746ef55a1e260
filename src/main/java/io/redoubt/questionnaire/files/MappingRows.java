package io.redoubt.questionnaire.files;

import io.redoubt.files.CsvRow;
import io.redoubt.files.CsvTable;
import io.redoubt.files.Problems;
import io.redoubt.files.Texts;
import io.redoubt.questionnaire.form.FormQuestion;
import io.redoubt.questionnaire.form.Gives;
import io.redoubt.rulepack.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads which answers of a foreign template give answers to ours; a template without such a file gives none. */
final class MappingRows {
    private static final List<String> VALUES = List.of("YES", "PARTIAL", "NO");

    private final Set<String> graded;
    private final Map<String, FormQuestion> questions;
    private final Problems problems;

    MappingRows(Collection<Question> catalogue, List<FormQuestion> questions, Problems problems) {
        this.graded = catalogue.stream()
                .filter(question -> question.kind() == Question.Kind.YES_PARTIAL_NO)
                .map(Question::id)
                .collect(Collectors.toSet());
        this.questions =
                questions.stream().collect(Collectors.toMap(FormQuestion::id, question -> question, (a, b) -> a));
        this.problems = problems;
    }

    List<Gives> read(String file, Texts texts) {
        List<Gives> mapping = new ArrayList<>();
        String text = texts.byPath().get(file);
        if (text != null) {
            Set<List<String>> seen = new HashSet<>();
            CsvTable.of(file, text, problems).ifPresent(table -> {
                table.columns(List.of("question", "answer", "gives", "value", "why"), List.of());
                table.rows().forEach(row -> mapping.add(entry(row, seen)));
            });
        }
        return mapping;
    }

    private Gives entry(CsvRow row, Set<List<String>> seen) {
        Gives gives = new Gives(
                row.text("question"),
                row.text("answer"),
                row.text("gives"),
                row.cell("value").oneOf(VALUES).orElse(""),
                row.text("why"));
        FormQuestion asked = questions.get(gives.question());
        if (asked == null || asked.rated().isPresent()) {
            row.cell("question").refuse("be a question of this template that is not in our catalogue.");
        } else if (!asked.choices().contains(gives.answer())) {
            row.cell("answer").refuse("be an answer that the question lets choose.");
        }
        if (!graded.contains(gives.target())) {
            row.cell("gives").refuse("be a question of our catalogue that is answered YES, PARTIAL or NO.");
        }
        if (!seen.add(List.of(gives.question(), gives.answer(), gives.target()))) {
            row.cell("answer").refuse("give a question one value.");
        }
        return gives;
    }
}
