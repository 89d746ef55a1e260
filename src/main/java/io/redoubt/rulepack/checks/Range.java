package io.redoubt.rulepack.checks;

/** Values that follow each other; both ends belong to it. */
record Range(long low, long high) {}
