package io.redoubt.bench;

/** The way of one rating from stored facts to a stored outcome, without the database. */
enum Stage {
    READ("stored JSON text to typed facts"),
    DERIVE("facts to dated rows"),
    EVALUATE("rules on rows, to the trail"),
    JUDGE("trail to contributions, figures, coverage and clearances"),
    SNAPSHOT("facts to canonical JSON and its SHA-256"),
    WRITE("outcome to JSON text");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
