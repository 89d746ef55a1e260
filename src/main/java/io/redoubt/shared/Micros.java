package io.redoubt.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Exact decimal numbers as whole millionths (10⁻⁶), so that sums are the same in every order and a waterfall
 * adds up to the last digit. The range is ±9.2 × 10¹² units; more than six decimals are refused, never rounded.
 */
public final class Micros {
    /** Millionths in one unit. */
    public static final long ONE = 1_000_000L;

    private static final int DECIMALS = 6;
    private static final int LONGEST_TEXT = 24;
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    private Micros() {}

    /**
     * Reads a plain decimal such as {@code 12.5} or {@code -3}.
     *
     * @throws NumberFormatException if the text is no plain decimal, has more than six decimals or is too large
     */
    public static long parse(String text) {
        if (text.length() > LONGEST_TEXT || !PLAIN.matcher(text).matches()) {
            throw new NumberFormatException("The number (" + shorten(text)
                    + ") must be a plain decimal such as 12.5.\nMaybe remove spaces, units or thousands separators.");
        }
        return of(new BigDecimal(text));
    }

    /**
     * Converts exactly.
     *
     * @throws NumberFormatException if the value needs more than six decimals or exceeds the range
     */
    public static long of(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        // Before anything is scaled: a few characters such as 1e99999999 would become as many digits.
        if (plain.scale() > DECIMALS || plain.scale() < -LONGEST_TEXT) {
            throw beyond(value);
        }
        try {
            return plain.setScale(DECIMALS, RoundingMode.UNNECESSARY)
                    .unscaledValue()
                    .longValueExact();
        } catch (ArithmeticException e) {
            throw beyond(value);
        }
    }

    private static NumberFormatException beyond(BigDecimal value) {
        return new NumberFormatException("The number (" + value
                + ") must have at most six decimals and lie within 9.2e12.\nMaybe round it first.");
    }

    /** Writes the shortest plain decimal that reads back as the same number. */
    public static String format(long micros) {
        if (micros % ONE == 0) {
            return Long.toString(micros / ONE);
        }
        return BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros().toPlainString();
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
