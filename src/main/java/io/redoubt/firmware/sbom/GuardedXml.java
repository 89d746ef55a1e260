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
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private static GuardedXml through(XMLStreamReader reader) throws XMLStreamException, UnreadableException {
        List<String> path = new ArrayList<>();
        StringBuilder timestamp = new StringBuilder();
        String namespace = null;
        String name = "";
        int tokens = 0;
        while (reader.hasNext()) {
            Limits.requireTokens(++tokens);
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnreadableException("The XML must have no document type and no entities.");
                case XMLStreamConstants.START_ELEMENT -> {
                    path.add(reader.getLocalName());
                    Limits.requireDepth(path.size());
                    name = path.get(0);
                    namespace = namespace != null ? namespace : String.valueOf(reader.getNamespaceURI());
                }
                case XMLStreamConstants.END_ELEMENT -> path.remove(path.size() - 1);
                case XMLStreamConstants.CHARACTERS -> {
                    if (path.size() == 1 + TIMESTAMP.size()
                            && path.subList(1, path.size()).equals(TIMESTAMP)) {
                        timestamp.append(reader.getText());
                    }
                }
                default -> {}
            }
        }
        return new GuardedXml(name, namespace == null ? "" : namespace, timestamp.toString());
    }
}
