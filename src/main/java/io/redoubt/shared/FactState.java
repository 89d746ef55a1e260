package io.redoubt.shared;

/** How much is known about a fact. Unknown is never good: see {@link Reading}. */
public enum FactState {
    /** Known and counting. */
    ANSWERED,
    /** Does not apply; leaves both ends of the rating. */
    NOT_APPLICABLE,
    /** Asked, not answered. */
    UNANSWERED,
    /** Nobody knows, or nobody asked. */
    UNKNOWN,
    /** Was favourable once, and its evidence has ended. */
    STALE
}
