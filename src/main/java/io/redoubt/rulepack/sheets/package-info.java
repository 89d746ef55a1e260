/**
 * Decision tables of a rule pack as spreadsheets and back, nothing lost. Written with POI; read with a reader of our own,
 * since POI's guards against hostile files are settings of the whole process that any other user of POI may reset.
 */
@NullMarked
package io.redoubt.rulepack.sheets;

import org.jspecify.annotations.NullMarked;
