/**
 * Tells a rule pack as a document: every rule as a sentence made from its typed model, so that what a lawyer reads is
 * what runs, and beside it what its author says.
 */
@NullMarked
package io.redoubt.rulepack.method;

import org.jspecify.annotations.NullMarked;
