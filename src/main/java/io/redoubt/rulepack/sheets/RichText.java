package io.redoubt.rulepack.sheets;

import io.redoubt.files.CsvTable;

/** A text with its fonts, its colours and its hints on pronunciation left out. */
final class RichText {
    private static final int LONGEST_ESCAPE = 7;

    /** The most characters that can stand for as many as a cell may hold. */
    static final int LONGEST = LONGEST_ESCAPE * (CsvTable.MAX_CELL + 1);

    private RichText() {}

    /** The text of the element that began last. */
    static String read(XmlPart xml) throws Refused {
        StringBuilder text = new StringBuilder();
        while (xml.nextChild()) {
            if (xml.is("t")) {
                append(text, xml.text(LONGEST));
            } else if (xml.is("r")) {
                run(xml, text);
            } else {
                xml.skip();
            }
        }
        return CellText.decode(text.toString());
    }

    private static void run(XmlPart xml, StringBuilder text) throws Refused {
        while (xml.nextChild()) {
            if (xml.is("t")) {
                append(text, xml.text(LONGEST));
            } else {
                xml.skip();
            }
        }
    }

    private static void append(StringBuilder text, String more) {
        if (text.length() <= LONGEST) {
            text.append(more);
        }
    }
}
