/**
 * Reads rules written in the safe cut of Drools' rule language with Drools' own parser; nothing is compiled.
 */
@NullMarked
package io.redoubt.rulepack.drl;

import org.jspecify.annotations.NullMarked;
