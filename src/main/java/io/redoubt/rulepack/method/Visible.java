package io.redoubt.rulepack.method;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Makes visible what an author's text would do unseen: control characters, marks that turn the direction of reading or
 * have no width, and half characters are named in brackets, such as {@code [U+202E]}. Two texts that look alike in a
 * document are then alike, and no text can hide another. White space becomes single blanks.
 */
final class Visible {
    private Visible() {}

    /** On one line. */
    static String line(String text) {
        return named(text.replaceAll("[\\s\\u0085\\u2028\\u2029]+", " ").strip());
    }

    /** As it stands between other words: blanks at its ends are kept. */
    static String words(String text) {
        return named(text.replaceAll("[\\s\\u0085\\u2028\\u2029]+", " "));
    }

    /** With its line breaks. */
    static String lines(String text) {
        return text.lines().map(Visible::named).collect(Collectors.joining("\n"));
    }

    private static String named(String text) {
        return text.codePoints()
                .mapToObj(c -> isUnseen(c) ? String.format(Locale.ROOT, "[U+%04X]", c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
