package io.redoubt.rulepack.sheets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How XML is taken apart: nothing is fetched, no entity is replaced, and elements stand only so deep in each other. */
final class XmlText {
    private static final int DEEPEST = 100;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private XmlText() {}

    static XMLStreamReader reader(Reader text) throws XMLStreamException {
        return factory().createXMLStreamReader(text);
    }

    /** Strictly UTF-8; decoded here, since the JDK's reader of XML prints what it can't decode. */
    static Reader decoded(InputStream in) throws IOException {
        Reader utf8 = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        PushbackReader text = new PushbackReader(new BufferedReader(new BoundedTags(utf8)));
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return text;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty("jdk.xml.maxElementDepth", DEEPEST);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is fetched.");
        });
        factory.setXMLReporter((message, type, related, location) -> {
            throw new XMLStreamException(message);
        });
        return factory;
    }
}
