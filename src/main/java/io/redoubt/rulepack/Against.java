package io.redoubt.rulepack;

/** What a characteristic's partial score is compared with. */
public enum Against {
    /** A score that the pack declares for its table. */
    BASELINE,
    /** The best partial score that the fact can have. */
    BEST,
    /** The worst partial score that the fact can have: those that reach it come first. */
    WORST
}
