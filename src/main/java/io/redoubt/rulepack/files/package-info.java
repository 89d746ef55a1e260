/**
 * Reads a rule pack from its directory of YAML, CSV and safe DRL, with every problem placed at file, row and column.
 */
@NullMarked
package io.redoubt.rulepack.files;

import org.jspecify.annotations.NullMarked;
