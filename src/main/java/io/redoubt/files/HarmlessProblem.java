package io.redoubt.files;

import static io.redoubt.files.Problems.shownWhole;

import io.redoubt.shared.Place;
import io.redoubt.shared.Problem;

/**
 * Makes a problem that a terminal or a log can't be harmed by, although it repeats values, and perhaps the name of a file,
 * that nobody looked at on the way. Of its line breaks only the one before a hint stays: another could look like the
 * next problem.
 */
final class HarmlessProblem {
    private static final String HINT = "\nMaybe ";

    private HarmlessProblem() {}

    static Problem of(Place place, String message) {
        return new Problem(new Place(shownWhole(place.file()), place.line(), place.column()), told(message));
    }

    private static String told(String message) {
        int hint = message.indexOf(HINT);
        return hint < 0
                ? shownWhole(message)
                : shownWhole(message.substring(0, hint)) + "\n" + shownWhole(message.substring(hint + 1));
    }
}
