package io.redoubt.questionnaire.form;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How somebody else's sheet is to be read: which column is what, which value means which answer, which id is which
 * question. Nothing is guessed: a value or an id that is not named here is told and not taken.
 *
 * @param sheet name of the sheet in a workbook; a CSV file has but one
 * @param headerRow number of the row with the headings, from 1
 * @param id heading of the column of ids
 * @param answer heading of the column of answers
 * @param comment heading of the column of comments; empty where there is none
 * @param values what each value means; empty for one that says nothing
 * @param questions our question by the sheet's id
 */
public record SheetMapping(
        String sheet,
        int headerRow,
        String id,
        String answer,
        String comment,
        SortedMap<String, String> values,
        SortedMap<String, String> questions) {
    public SheetMapping {
        values = sorted(values);
        questions = sorted(questions);
    }

    private static SortedMap<String, String> sorted(Map<String, String> entries) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }
}
