package io.redoubt.rulepack.method;

/** Who reads the method, and so how much of it. */
enum Audience {
    /** Whoever writes, approves or audits it: everything. */
    INTERNAL,
    /** Whoever is rated by it: what is asked and what would help, but no points of a row. */
    SUPPLIERS
}
