package io.redoubt.rulepack.sheets;

import io.redoubt.shared.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The texts that cells name by number. Bounded in number and in length together, since all of them are held in memory; a
 * text longer than a cell may be is cut behind that length, where a cell that names it is refused.
 */
final class SharedTexts {
    /** The most texts. */
    static final int MAX_TEXTS = 500_000;

    /** The most characters of all texts together. */
    static final int MAX_CHARACTERS = 8 * 1024 * 1024;

    private final List<String> texts = new ArrayList<>();

    private SharedTexts() {}

    static SharedTexts of(ZipParts zip, String file, String part) throws Refused {
        SharedTexts shared = new SharedTexts();
        if (part.isEmpty()) {
            return shared;
        }
        long characters = 0;
        XmlPart xml = XmlPart.open(zip, file, part, XmlRoot.STRINGS);
        while (xml.nextChild()) {
            String text = xml.is("si") ? RichText.read(xml) : skipped(xml);
            characters += text.length();
            if (shared.texts.size() == MAX_TEXTS || characters > MAX_CHARACTERS) {
                throw new Refused(
                        Place.of(file),
                        "The workbook must hold at most " + MAX_TEXTS + " texts with 8 million characters together.");
            }
            shared.texts.add(text);
        }
        xml.finish();
        return shared;
    }

    private static String skipped(XmlPart xml) throws Refused {
        xml.skip();
        return "";
    }

    /** The text with a number; nothing where there is none. */
    Optional<String> text(String number) {
        boolean digits =
                !number.isEmpty() && number.length() < 8 && number.chars().allMatch(c -> c >= '0' && c <= '9');
        int index = digits ? Integer.parseInt(number) : Integer.MAX_VALUE;
        return index < texts.size() ? Optional.of(texts.get(index)) : Optional.empty();
    }
}
