package io.redoubt.firmware.sbom;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks through XML to its end before any library of a standard sees it. A document type is refused whatever it declares:
 * entities can name files and servers, and can grow without bound.
 *
 * @param name of the outermost element
 * @param namespace of it; empty where it has none
 * @param timestamp the text of {@code metadata/timestamp} below it; empty where there is none
 */
record GuardedXml(String name, String namespace, String timestamp) {
    private static final List<String> TIMESTAMP = List.of("metadata", "timestamp");

    static GuardedXml check(byte[] content) throws UnreadableException {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(content));
            String encoding = reader.getCharacterEncodingScheme();
            if (encoding != null && !encoding.toUpperCase(Locale.ROOT).matches("UTF-?8|US-ASCII")) {
                throw new UnreadableException("The XML must be declared as UTF-8.");
            }
            return through(reader);
        } catch (XMLStreamException | RuntimeException e) {
            throw new UnreadableException("The file must be well-formed XML without a document type.");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static GuardedXml through(XMLStreamReader reader) throws XMLStreamException, UnreadableException {
        List<String> path = new ArrayList<>();
        StringBuilder timestamp = new StringBuilder();
        GuardedXml root = new GuardedXml("", "", "");
        int tokens = 0;
        while (reader.hasNext()) {
            Limits.requireTokens(++tokens);
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableException("The XML must have no document type and no entities.");
                case XMLStreamConstants.START_ELEMENT -> {
                    path.add(reader.getLocalName());
                    Limits.requireDepth(path.size());
                    root = path.size() == 1
                            ? new GuardedXml(path.get(0), String.valueOf(reader.getNamespaceURI()), "")
                            : root;
                }
                case XMLStreamConstants.END_ELEMENT -> path.remove(path.size() - 1);
                case XMLStreamConstants.CHARACTERS ->
                    timestamp.append(path.size() == 3 && path.subList(1, 3).equals(TIMESTAMP) ? reader.getText() : "");
                default -> {}
            }
        }
        return new GuardedXml(root.name, root.namespace, timestamp.toString());
    }
}
