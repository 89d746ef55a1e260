package io.redoubt.questionnaire.form;

import java.util.List;

/** How a question is answered. */
public enum Kind {
    YES_PARTIAL_NO,
    /** One of the question's own choices. */
    CHOICE,
    /** Any of the question's own choices, at least one. */
    MULTIPLE,
    /** A plain decimal of the question's unit, not negative, with at most six decimals. */
    NUMBER,
    /** A day. */
    DATE,
    TEXT,
    /** The name of a document that shows it; the document itself stays where it lies. */
    FILE;

    /** What every question of the kind lets choose from. */
    static final List<String> GRADES = List.of("YES", "PARTIAL", "NO");

    /** Whether a question of this kind brings choices of its own. */
    public boolean hasChoices() {
        return this == CHOICE || this == MULTIPLE;
    }
}
