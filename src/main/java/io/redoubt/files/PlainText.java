package io.redoubt.files;

import io.redoubt.shared.Place;
import java.util.Locale;

/**
 * Decides what text may be parsed at all: of bounded length, and without control characters, which no author types and
 * which the parsers would treat differently.
 */
final class PlainText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PlainText() {}

    /** Whether the text may be parsed; says why where not. */
    static boolean isAccepted(String file, String text, Problems problems) {
        if (text.length() > TextFile.MAX_BYTES) {
            problems.add(Place.of(file), TextFile.tooLarge(file));
            return false;
        }
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            if (isForbidden(codePoint)) {
                String name = String.format(Locale.ROOT, "U+%04X", codePoint);
                problems.add(
                        placeAt(file, text.substring(0, i)),
                        "The character (" + name + ") must not be used.\nMaybe delete it: it is invisible.");
                return false;
            }
        }
        return true;
    }

    static String withoutByteOrderMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** The place of the character that follows {@code before}. */
    static Place placeAt(String file, String before) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < before.length(); i++) {
            boolean carriageReturn = before.charAt(i) == '\r' && !before.startsWith("\n", i + 1);
            if (before.charAt(i) == '\n' || carriageReturn) {
                line++;
                start = i + 1;
            }
        }
        return new Place(file, line, before.codePointCount(start, before.length()) + 1);
    }

    private static boolean isForbidden(int codePoint) {
        boolean control = Character.isISOControl(codePoint) && "\t\n\r".indexOf(codePoint) < 0;
        return control || Character.getType(codePoint) == Character.SURROGATE || (codePoint & 0xFFFE) == 0xFFFE;
    }
}
