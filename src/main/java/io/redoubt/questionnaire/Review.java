package io.redoubt.questionnaire;

/** What a reviewer said of a response. */
enum Review {
    PENDING,
    /** Other answers hide its question, so it says nothing. */
    NOT_ASKED,
    ACCEPTED,
    /** It goes back with a note. */
    RETURNED
}
