package io.redoubt.rulepack.method;

/** A piece of running text. Whoever writes it out escapes it; nothing here is markup. */
sealed interface Inline {
    String text();

    /** Words, ours or an author's. */
    record Words(String text) implements Inline {}

    /** A code of the model, to be read letter by letter. */
    record Code(String text) implements Inline {}

    /** Words that lead to another place of the document. */
    record Link(Anchor to, String text) implements Inline {}
}
