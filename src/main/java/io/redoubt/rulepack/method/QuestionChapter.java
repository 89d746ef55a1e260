package io.redoubt.rulepack.method;

import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.Question;
import io.redoubt.rulepack.method.Block.Heading;
import io.redoubt.rulepack.method.Block.Paragraph;
import io.redoubt.rulepack.method.Block.Row;
import io.redoubt.rulepack.method.Block.Table;
import java.util.List;

/** What suppliers are asked, of all questions those that some rule reads. */
record QuestionChapter(Telling telling, FactCatalogue catalogue) {
    /** What a supplier can leave unanswered, in the order of the questionnaire. */
    void add(List<Block> blocks) {
        List<Question> asked = catalogue.questions().stream()
                .filter(question -> telling.asked().contains(question.id()))
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        blocks.add(new Heading(2, Anchor.section("questions"), Prose.of("What is asked")));
        blocks.add(new Paragraph(Prose.of("A good answer counts until its evidence ends, or where that names no end for"
                + " as many days as stand here; then it counts as not given. A bad one stays until it is"
                + " corrected.")));
        blocks.add(new Table(
                "Questions that rules read",
                List.of("Question", "Text", "Answer", "Counts for", "May not apply"),
                asked.stream().map(QuestionChapter::row).toList()));
    }

    private static Row row(Question question) {
        boolean number = question.kind() == Question.Kind.NUMBER;
        String better = question.favourable() == Question.Favourable.HIGH ? "more is better" : "less is better";
        return Row.of(
                Prose.code(question.id()),
                Prose.of(question.text()),
                number
                        ? Prose.of(
                                ("a number " + (question.unit().isEmpty() ? "" : "of " + question.unit() + " ")).strip()
                                        + "; " + better)
                        : Prose.of("yes, partial or no"),
                Prose.of(question.validityDays() + " days"),
                Prose.of(question.notApplicable() ? "where a rule excuses it" : "no"));
    }
}
