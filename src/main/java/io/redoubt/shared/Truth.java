package io.redoubt.shared;

/**
 * Kleene's three truth values, ordered {@code FALSE < MAYBE < TRUE}: <em>and</em> is the lesser, <em>or</em> the
 * greater. MAYBE means that some way of filling the gaps in the evidence makes it true and another false.
 */
public enum Truth {
    FALSE,
    MAYBE,
    TRUE;

    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isPossible() {
        return this != FALSE;
    }
}
