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
    METHODOLOGY
}
