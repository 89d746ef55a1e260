package io.redoubt.facts;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether legal identifiers are well formed, so that a slip of the pen is found on entry. */
public final class LegalIdentifiers {
    private static final Pattern LEI = Pattern.compile("[A-Z0-9]{18}[0-9]{2}");
    private static final Pattern DUNS = Pattern.compile("[0-9]{9}");
    private static final Pattern VAT = Pattern.compile("[A-Z]{2}[A-Z0-9+*. -]{2,18}");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private LegalIdentifiers() {}

    /** ISO 17442: twenty characters whose digits, letters counted from A = 10, leave 1 modulo 97 (ISO 7064). */
    public static boolean isLei(String text) {
        if (!LEI.matcher(text).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        text.toUpperCase(Locale.ROOT).chars().forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }

    public static boolean isDuns(String text) {
        return DUNS.matcher(text).matches();
    }

    public static boolean isVat(String text) {
        return VAT.matcher(text).matches();
    }
}
