package io.redoubt.rulepack.sheets;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as SpreadsheetML writes it: {@code _x000D_} stands for the character with that number, so a text that says so
 * literally is written with its first underscore as a number.
 */
public final class CellText {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern UNDERSCORE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final int HEXADECIMAL = 16;

    private CellText() {}

    /** A text such that every reader of spreadsheets shows it as it is. */
    public static String encode(String text) {
        return text.contains("_x") ? UNDERSCORE.matcher(text).replaceAll("_x005F_") : text;
    }

    /** The text that is meant. */
    static String decode(String written) {
        return written.contains("_x")
                ? ESCAPE.matcher(written).replaceAll(match -> character(match.group(1)))
                : written;
    }

    private static String character(String number) {
        char character = (char) Integer.parseInt(number.toUpperCase(Locale.ROOT), HEXADECIMAL);
        return java.util.regex.Matcher.quoteReplacement(String.valueOf(character));
    }
}
