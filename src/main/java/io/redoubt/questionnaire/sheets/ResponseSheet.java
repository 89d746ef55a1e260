package io.redoubt.questionnaire.sheets;

import java.util.List;

/** The columns of a response workbook: those to read, and then those to fill in. */
enum ResponseSheet {
    ID("id", "Question no.", 18),
    SECTION("section", "Section", 18),
    TEXT("question", "Question", 60),
    CHOICES("choices", "What may be answered", 24),
    ONLY_IF("onlyIf", "Asked only if", 24),
    NEEDS("needs", "What a claim should name", 20),
    VALUE("value", "Answer", 20),
    NOT_APPLICABLE("notApplicable", "Does not apply (true)", 12),
    COMMENT("comment", "Comment", 40),
    EVIDENCE("evidence", "Evidence: name of a document", 30),
    ANSWERED_ON("answeredOn", "True on (2026-11-01; empty for today)", 14),
    VALID_UNTIL("validUntil", "Counts until (2027-11-01)", 14),
    REASON("reason", "Why it does not apply", 30),
    TIP("hint", "Hint to your answer", 40);

    static final String NAME = "Questions";
    static final String NOTES = "Notes";

    /** Rows of headings above the questions. */
    static final int HEADINGS = 2;

    private final String key;
    private final String words;
    private final int width;

    ResponseSheet(String key, String words, int width) {
        this.key = key;
        this.words = words;
        this.width = width;
    }

    String key() {
        return key;
    }

    String words() {
        return words;
    }

    /** In characters. */
    int width() {
        return width;
    }

    /** Counted from 1. */
    int column() {
        return index() + 1;
    }

    /** Counted from 0. */
    int index() {
        return List.of(values()).indexOf(this);
    }

    boolean isOpen() {
        return List.of(VALUE, NOT_APPLICABLE, COMMENT, EVIDENCE, ANSWERED_ON, VALID_UNTIL, REASON)
                .contains(this);
    }

    /** The column of a part of an answer, counted from 1. */
    static int of(String part) {
        for (ResponseSheet column : values()) {
            if (column.key.equals(part)) {
                return column.column();
            }
        }
        return ID.column();
    }
}
