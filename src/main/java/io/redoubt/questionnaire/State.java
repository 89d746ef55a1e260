package io.redoubt.questionnaire;

/** Where a questionnaire stands. */
enum State {
    /** It is being answered. */
    OPEN,
    /** It is being reviewed, and nothing is answered. */
    SUBMITTED,
    /** Every answer was accepted. */
    ACCEPTED,
    WITHDRAWN
}
