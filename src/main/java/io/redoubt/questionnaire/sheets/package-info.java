/** Questionnaires as spreadsheets and back: written with POI, read with the reader that decision tables are read with. */
@NullMarked
package io.redoubt.questionnaire.sheets;

import org.jspecify.annotations.NullMarked;
