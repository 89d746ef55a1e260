package io.redoubt.rulepack.sheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a workbook shows its numbers, and the decision which numbers are read: those that stand in the cell as they are
 * shown. A date, a percentage, a fraction or a rounded number shows one thing and holds another, and nobody could tell
 * which was meant.
 */
final class NumberFormats {
    /** As many digits as a spreadsheet shows and stores exactly. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int DECIMALS = 6;
    private static final int LARGEST = 12;
    private static final Pattern PLAIN = Pattern.compile("(?:#,##)?0(?:\\.(0{1,15}))?");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");
    private static final String GENERAL = "General";
    private static final String TEXT = "@";
    private static final Map<Integer, String> BUILT_IN =
            Map.of(0, GENERAL, 1, "0", 2, "0.00", 3, "#,##0", 4, "#,##0.00", 49, TEXT);

    private final Map<Integer, String> formats = new HashMap<>(BUILT_IN);
    private final List<Integer> styles = new ArrayList<>();

    private NumberFormats() {}

    static NumberFormats of(ZipParts zip, String file, String part) throws Refused {
        NumberFormats found = new NumberFormats();
        if (part.isEmpty()) {
            return found;
        }
        XmlPart xml = XmlPart.open(zip, file, part, XmlRoot.STYLES);
        while (xml.nextChild()) {
            if (xml.is("numFmts")) {
                found.addFormats(xml);
            } else if (xml.is("cellXfs")) {
                found.addStyles(xml);
            } else {
                xml.skip();
            }
        }
        xml.finish();
        return found;
    }

    private void addFormats(XmlPart xml) throws Refused {
        while (xml.nextChild()) {
            number(xml.attribute("numFmtId")).ifPresent(id -> formats.put(id, xml.attribute("formatCode")));
            xml.skip();
        }
    }

    private void addStyles(XmlPart xml) throws Refused {
        while (xml.nextChild()) {
            styles.add(number(xml.attribute("numFmtId")).orElse(0));
            xml.skip();
        }
    }

    /**
     * A number as text.
     *
     * @param style of its cell, by number; empty for the first
     * @return nothing where it is shown otherwise, or needs more than six decimals or twelve digits before them
     */
    Optional<String> text(String written, String style) {
        if (!NUMBER.matcher(written).matches()) {
            return Optional.empty();
        }
        // A spreadsheet holds a binary number, and may write 1.1 as 1.1000000000000001.
        double held = Double.parseDouble(written);
        BigDecimal shown = new BigDecimal(held).round(DIGITS).stripTrailingZeros();
        boolean exact = shown.doubleValue() == held && shown.precision() - shown.scale() <= LARGEST;
        int decimals = Math.max(shown.scale(), 0);
        return exact && decimals <= Math.min(DECIMALS, decimalsShown(style))
                ? Optional.of(shown.toPlainString())
                : Optional.empty();
    }

    /** How many decimals a style shows; none where it shows something else than the number. */
    private int decimalsShown(String style) {
        String format = format(style);
        if (format.equals(GENERAL) || format.equals(TEXT)) {
            return DECIMALS;
        }
        Matcher plain = PLAIN.matcher(format);
        if (!plain.matches()) {
            return -1;
        }
        return plain.group(1) == null ? 0 : plain.group(1).length();
    }

    /** Whether a style shows text as it is: one with a part for text may show another in its place, or nothing. */
    boolean showsText(String style) {
        String format = format(style);
        boolean hasPartForText =
                format.contains("@") || format.chars().filter(c -> c == ';').count() > 2;
        return format.equals(TEXT) || !hasPartForText;
    }

    /** The format of a style; empty where nothing is known of it. */
    private String format(String style) {
        int index = number(style).orElse(0);
        boolean known = index < styles.size();
        return known ? formats.getOrDefault(styles.get(index), "") : styles.isEmpty() ? GENERAL : "";
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
