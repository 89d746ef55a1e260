package io.redoubt.rulepack.sheets;

import java.util.List;

/**
 * What the author of a rule needs to know of a column.
 *
 * @param heading as in the CSV file
 * @param words the same in plain words
 * @param meaning one sentence
 * @param permitted what a cell may hold, in words
 * @param blank what an empty cell means
 * @param example one value
 * @param choices every single value there is, where a cell holds one of a closed list; otherwise empty
 */
record ColumnGuide(
        String heading,
        String words,
        String meaning,
        String permitted,
        String blank,
        String example,
        List<String> choices) {
    ColumnGuide {
        choices = List.copyOf(choices);
    }

    /** The same with the first value that the table itself holds there, if it holds one. */
    ColumnGuide showing(List<String> values) {
        String shown =
                values.stream().filter(value -> !value.isBlank()).findFirst().orElse(example);
        return new ColumnGuide(heading, words, meaning, permitted, blank, shown, choices);
    }
}
