package io.redoubt.questionnaire.files;

import io.redoubt.files.Problems;
import io.redoubt.files.Texts;
import io.redoubt.questionnaire.form.Template;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.Question;
import io.redoubt.rulepack.files.QuestionReader;
import io.redoubt.shared.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The templates that ship, and small ones to spoil. */
public final class TemplateFixture {
    static final String MAIN = """
            id: small
            title: "A small one"
            version: "1"
            description: "For tests."
            source: { publisher: P, title: T, edition: E, licence: L, retrieved: 2026-11-01, completeness: C }
            tiers:
              - { id: LOW, title: "Few", from: 0 }
              - { id: HIGH, title: "All", from: 50 }
              - { id: FULL, title: "By order" }
            sections:
              - { id: A, title: "First" }
              - { id: B, title: "Second" }
            """;
    static final String HEAD =
            "id,section,tier,kind,unit,choices,text,required,evidence,shownIf,requiredIf,tipFor,tip\n";

    private TemplateFixture() {}

    public static List<Question> catalogue() {
        try {
            return QuestionReader.read(Path.of("data", "questionnaire"));
        } catch (PackException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A template that ships. */
    public static Template shipped(String id) {
        try {
            return TemplateReader.read(Path.of("data", "questionnaires"), catalogue()).stream()
                    .filter(template -> template.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        } catch (PackException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The small template with these rows of questions. */
    public static Template small(String... rows) {
        Problems problems = new Problems();
        Template read =
                TemplateReader.read(texts(MAIN, rows), catalogue(), problems).get(0);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.list().toString());
        }
        return read;
    }

    static List<String> mistakes(String main, String... rows) {
        Problems problems = new Problems();
        TemplateReader.read(texts(main, rows), catalogue(), problems);
        return problems.list().stream().map(Problem::toString).toList();
    }

    private static Texts texts(String main, String... rows) {
        return new Texts(new TreeMap<>(
                Map.of("small/template.yaml", main, "small/questions.csv", HEAD + String.join("\n", rows))));
    }
}
