package io.redoubt.questionnaire.form;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of somebody else's sheet.
 *
 * @param number as its spreadsheet shows it, from 1
 */
public record ForeignRow(int number, String id, String answer, String comment) {
    /**
     * What a row means.
     *
     * @param question ours; empty where the sheet's id is not mapped
     * @param given empty where it says nothing that could be taken
     * @param message why nothing is taken; empty where something is
     */
    public record Meaning(Optional<String> question, Optional<Given> given, String message) {}

    /** What it means under a mapping to somebody who is asked a form. */
    public Meaning meaning(SheetMapping mapping, Form form, LocalDate today) {
        String question = mapping.questions().get(id);
        if (question == null) {
            return nothing(Optional.empty(), "The id (" + shown(id) + ") is not mapped to a question.");
        }
        Optional<FormQuestion> asked = form.question(question);
        if (asked.isEmpty()) {
            return nothing(Optional.of(question), "The question (" + question + ") is not asked here.");
        }
        if (answer.isBlank()) {
            return nothing(Optional.of(question), "The answer is empty.");
        }
        boolean free = asked.get().choices().isEmpty();
        String value = mapping.values().get(answer);
        if (value == null && !free) {
            return nothing(
                    Optional.of(question),
                    "The value (" + shown(answer) + ") must be one of the mapping's: "
                            + String.join(", ", mapping.values().keySet()) + ".");
        }
        if (value != null && value.isEmpty()) {
            return nothing(Optional.of(question), "The value (" + shown(answer) + ") says nothing by the mapping.");
        }
        Given given =
                new Given(false, value == null || free ? answer : value, comment, "", today, Optional.empty(), "");
        return new Meaning(Optional.of(question), Optional.of(given), "");
    }

    private static Meaning nothing(Optional<String> question, String message) {
        return new Meaning(question, Optional.empty(), message);
    }

    private static String shown(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }
}
