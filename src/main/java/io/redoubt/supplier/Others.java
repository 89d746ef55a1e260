package io.redoubt.supplier;

/** What becomes of the facts that a document does not name. */
public enum Others {
    KEEP,
    /** They are superseded by nothing: we no longer hold them for true. Those that are yet to begin stay. */
    RETRACT
}
