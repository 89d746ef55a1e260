package io.redoubt.files;

import io.redoubt.shared.Place;
import io.redoubt.shared.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what is wrong while reading goes on. Readers hand out stand-ins for what they could not read, so a result
 * may be used only where this is empty.
 */
public final class Problems {
    private static final int LONGEST_VALUE = 60;

    private final List<Problem> found = new ArrayList<>();
    private final Map<String, Integer> files = new HashMap<>();

    public void add(Place place, String message) {
        Problem harmless = HarmlessProblem.of(place, message);
        files.putIfAbsent(harmless.place().file(), files.size());
        found.add(harmless);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Every problem: files in the order they were read, each from top to bottom. */
    public List<Problem> list() {
        return found.stream()
                .sorted(Comparator.comparing(
                                (Problem p) -> files.getOrDefault(p.place().file(), 0))
                        .thenComparing(p -> p.place().line())
                        .thenComparing(p -> p.place().column()))
                .toList();
    }

    /**
     * A value as a message may repeat it: short, and without characters that could reorder or break the lines of a
     * terminal or a log.
     */
    public static String shown(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().limit(LONGEST_VALUE).map(Problems::visible).forEach(shown::appendCodePoint);
        return value.codePointCount(0, value.length()) > LONGEST_VALUE ? shown + "…" : shown.toString();
    }

    /** The same without shortening: equal to the value exactly where every character is plain. */
    public static String shownWhole(String value) {
        if (isAscii(value)) {
            return value;
        }
        StringBuilder shown = new StringBuilder();
        value.codePoints().map(Problems::visible).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** Whether it is of letters, digits and signs that stand for themselves, as nearly every text that is read. */
    private static boolean isAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character < ' ' || character > '~') {
                return false;
            }
        }
        return true;
    }

    private static int visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> '\uFFFD';
            default -> codePoint;
        };
    }
}
