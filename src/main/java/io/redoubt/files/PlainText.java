package io.redoubt.files;

import io.redoubt.shared.Place;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides what text may be parsed at all: of bounded length, and without control characters, which no author types and
 * which the parsers would treat differently, nor marks that turn the direction of reading, under which an approver would
 * read another sentence than the one that rates.
 */
public final class PlainText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PlainText() {}

    /** Whether the text may be parsed; says why where not. */
    static boolean isAccepted(String file, String text, Problems problems) {
        if (text.length() > TextFile.MAX_BYTES) {
            problems.add(Place.of(file), TextFile.tooLarge(file));
            return false;
        }
        Optional<Integer> forbidden = forbidden(text);
        forbidden.ifPresent(at -> problems.add(placeAt(file, text.substring(0, at)), refusal(text.codePointAt(at))));
        return forbidden.isEmpty();
    }

    /** Where the first character stands that no text may hold. */
    public static Optional<Integer> forbidden(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isForbidden(text.codePointAt(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Why a character is refused. */
    static String refusal(int codePoint) {
        return String.format(
                Locale.ROOT, "The character (U+%04X) must not be used.\nMaybe delete it: it is invisible.", codePoint);
    }

    /** Whether a carriage return stands there that no line feed follows. */
    static boolean isLoneReturn(String text, int at) {
        return text.charAt(at) == '\r' && !text.startsWith("\n", at + 1);
    }

    static String withoutByteOrderMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** The place of the character that follows {@code before}. */
    static Place placeAt(String file, String before) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < before.length(); i++) {
            if (before.charAt(i) == '\n' || isLoneReturn(before, i)) {
                line++;
                start = i + 1;
            }
        }
        return new Place(file, line, before.codePointCount(start, before.length()) + 1);
    }

    private static boolean isForbidden(int codePoint) {
        boolean control = Character.isISOControl(codePoint) && "\t\n\r".indexOf(codePoint) < 0;
        return control
                || turnsReading(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE
                || (codePoint & 0xFFFE) == 0xFFFE;
    }

    /** Embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX 9, table 1). */
    private static boolean turnsReading(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
