package io.redoubt.policy;

/** Where a draft stands. */
enum DraftState {
    DRAFT,
    SUBMITTED,
    APPROVED,
    PUBLISHED,
    WITHDRAWN
}
