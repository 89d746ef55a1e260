package io.redoubt.assessment;

/** Why a supplier was rated. */
public enum Occasion {
    /** Somebody asked. */
    ASKED,
    /** Something was recorded about the supplier. */
    FACTS,
    /** A day began, on which evidence may have ended. */
    TIME,
    /** Another pack, or other data, came in force. */
    METHODOLOGY;

    /** Whether all suppliers are rated, and nobody waits for one of them. */
    boolean isOfAll() {
        return this == TIME || this == METHODOLOGY;
    }
}
