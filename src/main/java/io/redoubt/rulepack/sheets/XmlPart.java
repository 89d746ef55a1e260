package io.redoubt.rulepack.sheets;

import io.redoubt.files.Problems;
import io.redoubt.shared.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One XML part, element after element. UTF-8 only, and no document type: without one there are no entities to expand or
 * to fetch.
 */
final class XmlPart {

    private final String file;
    private final String name;
    private final XMLStreamReader xml;
    private final XmlRoot root;

    private XmlPart(String file, String name, XmlRoot root, Reader text) throws XMLStreamException {
        this.file = file;
        this.name = name;
        this.root = root;
        this.xml = XmlText.reader(text);
    }

    /** Opens a part whose root must be a certain element. */
    static XmlPart open(ZipParts parts, String file, String name, XmlRoot root) throws Refused {
        InputStream in = parts.open(name)
                .orElseThrow(() ->
                        new Refused(Place.of(file), "The workbook must have the part (" + Problems.shown(name) + ")."));
        try {
            XmlPart part = new XmlPart(file, name, root, XmlText.decoded(in));
            part.requireUtf8();
            part.requireRoot();
            return part;
        } catch (XMLStreamException | IOException e) {
            throw unreadable(file, name);
        }
    }

    private void requireUtf8() throws Refused {
        String declared = Objects.requireNonNullElse(xml.getCharacterEncodingScheme(), "UTF-8");
        if (!declared.equalsIgnoreCase("UTF-8")) {
            throw new Refused(
                    Place.of(file),
                    "The encoding (" + Problems.shown(declared) + ") of the part (" + Problems.shown(name)
                            + ") must be UTF-8.");
        }
    }

    private void requireRoot() throws Refused {
        while (!isStart()) {
            advance();
        }
        if (!is(root.element())) {
            throw new Refused(
                    Place.of(file),
                    "The part (" + Problems.shown(name) + ") must begin with the element " + root.element()
                            + " of an Excel workbook.\nMaybe save it as Excel workbook (.xlsx), not as strict Open XML.");
        }
    }

    /** Moves on by one piece; false at the end of the part. */
    boolean advance() throws Refused {
        try {
            if (!xml.hasNext()) {
                return false;
            }
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Refused(
                        Place.of(file), "The part (" + Problems.shown(name) + ") must not declare a document type.");
            }
            return true;
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's reader answers some broken input with a RuntimeException.
            throw unreadable(file, name);
        }
    }

    /** Moves to the next element that begins, wherever it stands; false where none does. */
    boolean nextStart() throws Refused {
        while (advance()) {
            if (isStart()) {
                return true;
            }
        }
        return false;
    }

    /** Moves to the next child of the element that began last; false at its end. */
    boolean nextChild() throws Refused {
        while (advance()) {
            if (isStart()) {
                return true;
            }
            if (xml.getEventType() == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
        return false;
    }

    /** Moves to the end of the element that began last. */
    void skip() throws Refused {
        for (int open = 1; open > 0 && advance(); ) {
            open += isStart() ? 1 : xml.getEventType() == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    /** The text directly in the element that began last, no longer than a limit, and moves to its end. */
    String text(int limit) throws Refused {
        StringBuilder text = new StringBuilder();
        while (advance() && xml.getEventType() != XMLStreamConstants.END_ELEMENT) {
            if (isStart()) {
                skip();
            } else if (xml.hasText() && xml.getEventType() != XMLStreamConstants.COMMENT && text.length() <= limit) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    /** Reads what is left, so that a part that was cut off or altered behind its last row is found out. */
    void finish() throws Refused {
        boolean more = true;
        while (more) {
            more = advance();
        }
    }

    boolean isStart() {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    /** Whether an element of that name began last; one of a foreign namespace is none, since Excel ignores it. */
    boolean is(String element) {
        return isStart()
                && xml.getLocalName().equals(element)
                && root.namespace().equals(xml.getNamespaceURI());
    }

    /** An attribute of the element that began last; empty where it has none. */
    String attribute(String attribute) {
        return attribute(attribute, "");
    }

    /** The id of the relationship that the element that began last names. */
    String relationship() {
        return attribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    }

    private String attribute(String attribute, String namespace) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(attribute)
                    && Objects.requireNonNullElse(xml.getAttributeNamespace(i), "")
                            .equals(namespace)) {
                return Objects.requireNonNullElse(xml.getAttributeValue(i), "");
            }
        }
        return "";
    }

    /** Whether an attribute says yes. */
    boolean flag(String attribute) {
        String value = attribute(attribute);
        return value.equals("1") || value.equals("true");
    }

    private static Refused unreadable(String file, String name) {
        return new Refused(
                Place.of(file),
                "The part (" + Problems.shown(name) + ") must be whole and well-formed XML in UTF-8.\nMaybe save the"
                        + " workbook again.");
    }
}
