/**
 * What can be told of a pack without rating anybody: rows that can never act, that say the same twice or contradict each
 * other, and values that fall between two rows.
 */
@NullMarked
package io.redoubt.rulepack.checks;

import org.jspecify.annotations.NullMarked;
