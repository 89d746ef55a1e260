package io.redoubt.rulepack.sheets;

import static io.redoubt.files.Problems.shown;

import io.redoubt.files.CsvText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads one cell as the text that its author sees. Nothing is computed: a formula is refused whatever value the program
 * that saved it left beside it.
 */
final class CellReader {
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_FORMULA = 200;

    private final SharedTexts shared;
    private final NumberFormats formats;
    private final SheetProblems problems;

    CellReader(SharedTexts shared, NumberFormats formats, SheetProblems problems) {
        this.shared = shared;
        this.formats = formats;
        this.problems = problems;
    }

    /** What stands in an element {@code c}: perhaps text in itself, perhaps a value, never both. */
    private record Raw(String type, String style, Optional<String> inline, List<String> values) {
        /** Whether another program could show something else. */
        boolean isTwofold() {
            boolean inText = type.equals("inlineStr");
            return values.size() > (inText ? 0 : 1) || (inline.isPresent() && !inText);
        }

        String value() {
            return values.isEmpty() ? "" : values.get(0);
        }
    }

    /** The text of the cell whose element began last; empty where blank, or where a problem was added. */
    String read(XmlPart xml, CellPlace place) throws Refused {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        List<String> values = new ArrayList<>();
        Optional<String> inline = Optional.empty();
        while (xml.nextChild()) {
            if (xml.is("f")) {
                String formula = shown(xml.text(LONGEST_FORMULA));
                xml.skip();
                return refused(
                        place, "The formula (" + formula + ") must not be used.\nMaybe type the value that it shows.");
            } else if (xml.is("v") && values.size() < 2) {
                values.add(xml.text(RichText.LONGEST));
            } else if (xml.is("is")) {
                inline = Optional.of(inline.orElse("") + RichText.read(xml));
            } else {
                xml.skip();
            }
        }
        String text = checked(text(new Raw(type, style, inline, values), place), place);
        return text.isEmpty() || formats.showsText(style)
                ? text
                : refused(
                        place,
                        "The cell (" + shown(text)
                                + ") must show what it holds.\nMaybe format the cell as text, and type the value again.");
    }

    private String text(Raw raw, CellPlace place) throws Refused {
        if (raw.isTwofold()) {
            return refused(place, "The cell must hold one value.\nMaybe type it again.");
        }
        return switch (raw.type()) {
            case "s" -> raw.value().isEmpty() ? "" : shared(raw.value(), place);
            case "inlineStr" -> raw.inline().orElse("");
            case "str" -> CellText.decode(raw.value());
            case "b" -> flag(raw.value(), place);
            case "", "n" -> raw.value().isEmpty() ? "" : number(raw, place);
            case "e" -> refused(place, "The error (" + shown(raw.value()) + ") must be replaced by a value.");
            case "d" -> refused(place, unclear(raw.value()));
            default -> refused(place, "The cell must hold text, a number, or true or false.");
        };
    }

    private String shared(String number, CellPlace place) throws Refused {
        Optional<String> text = shared.text(number);
        return text.isPresent()
                ? text.get()
                : refused(place, "The text (" + shown(number) + ") of the cell must be in the workbook.");
    }

    private String flag(String value, CellPlace place) throws Refused {
        return switch (value) {
            case "1", "true" -> "true";
            case "0", "false" -> "false";
            default -> refused(place, "The value (" + shown(value) + ") must be true or false.");
        };
    }

    private String number(Raw raw, CellPlace place) throws Refused {
        Optional<String> number = raw.value().length() > LONGEST_NUMBER
                ? Optional.empty()
                : formats.text(raw.value().toUpperCase(Locale.ROOT), raw.style());
        return number.isPresent() ? number.get() : refused(place, unclear(raw.value()));
    }

    private static String unclear(String value) {
        return "The number (" + shown(value)
                + ") must be shown as it is stored, with at most six decimals: no date, percentage"
                + " or rounding.\nMaybe format the cell as text, and type the value again.";
    }

    private String checked(String text, CellPlace place) throws Refused {
        Optional<String> refusal = CsvText.refusal(text);
        return refusal.isPresent() ? refused(place, refusal.get()) : text;
    }

    private String refused(CellPlace place, String message) throws Refused {
        problems.add(place, message);
        return "";
    }
}
