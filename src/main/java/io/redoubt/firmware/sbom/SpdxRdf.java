package io.redoubt.firmware.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.ParseErrorCollector;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLParser;

/**
 * Turns the RDF form of SPDX 2, in RDF/XML, into its JSON form: the same statements, found by their subjects. Read by a
 * parser of RDF alone; SPDX's own store for it brings a database of graphs along.
 *
 * <p>An id is what stands behind the # of a name. Names that are no valid addresses, such as two in one, are left as they
 * are, because the files that SPDX publishes have some.
 */
final class SpdxRdf extends AbstractRDFHandler {
    private static final String TERMS = "http://spdx.org/rdf/terms#";
    private static final List<String> TEXTS_OF_PACKAGE = List.of("name", "versionInfo", "supplier");
    private static final String NOWHERE = "urn:redoubt:document";

    private final Map<Resource, Map<String, Set<Value>>> said = new LinkedHashMap<>();
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ArrayNode relationships = document.putArray("relationships");

    private SpdxRdf() {}

    /** @param text looked through before: well-formed XML without a document type */
    static JsonNode tree(String text) throws UnreadableException {
        SpdxRdf read = new SpdxRdf();
        RDFXMLParser parser = new RDFXMLParser();
        parser.set(BasicParserSettings.VERIFY_URI_SYNTAX, false);
        parser.setParseErrorListener(new ParseErrorCollector());
        parser.setRDFHandler(read);
        try {
            parser.parse(new StringReader(text), NOWHERE);
        } catch (IOException | RDFParseException e) {
            throw new UnreadableException(
                    "The SPDX document must be valid RDF/XML.\nMaybe check it with the tools of SPDX.");
        }
        return read.document();
    }

    @Override
    public void handleStatement(Statement one) {
        said.computeIfAbsent(one.getSubject(), subject -> new LinkedHashMap<>())
                .computeIfAbsent(term(one.getPredicate()), predicate -> new LinkedHashSet<>())
                .add(one.getObject());
    }

    private JsonNode document() throws UnreadableException {
        List<Resource> documents = ofType("SpdxDocument");
        if (documents.size() != 1) {
            throw new UnreadableException("The RDF must hold one SPDX document; it holds " + documents.size() + ".");
        }
        Resource subject = documents.get(0);
        document.put("SPDXID", id(subject));
        document.put("documentNamespace", subject.stringValue().replaceFirst("#.*", ""));
        copy(subject, "specVersion", document, "spdxVersion");
        copy(subject, "name", document, "name");
        values(subject, "dataLicense")
                .forEach(licence -> document.put("dataLicense", SpdxNames.plain(licence.stringValue())));
        for (Value made : values(subject, "creationInfo")) {
            ObjectNode creation = document.putObject("creationInfo");
            copy(made, "created", creation, "created");
            ArrayNode creators = creation.putArray("creators");
            values(made, "creator").forEach(creator -> creators.add(creator.stringValue()));
        }
        ArrayNode packages = document.putArray("packages");
        ofType("Package").forEach(one -> component(one, packages.addObject()));
        ArrayNode files = document.putArray("files");
        for (Resource file : ofType("File")) {
            copy(file, "fileName", files.addObject().put("SPDXID", id(file)), "fileName");
        }
        values(subject, "describesPackage").forEach(described -> relate(subject, described, "DESCRIBES"));
        said.keySet().forEach(this::relate);
        return document;
    }

    private void component(Resource from, ObjectNode to) {
        to.put("SPDXID", id(from));
        TEXTS_OF_PACKAGE.forEach(field -> copy(from, field, to, field));
        ArrayNode hashes = to.putArray("checksums");
        for (Value hash : values(from, "checksum")) {
            ObjectNode one = hashes.addObject();
            copy(hash, "checksumValue", one, "checksumValue");
            values(hash, "algorithm")
                    .forEach(algorithm -> one.put("algorithm", after(algorithm, "checksumAlgorithm_")));
        }
        ArrayNode references = to.putArray("externalRefs");
        for (Value reference : values(from, "externalRef")) {
            ObjectNode one = references.addObject();
            copy(reference, "referenceType", one, "referenceType");
            copy(reference, "referenceLocator", one, "referenceLocator");
        }
        values(from, "hasFile").forEach(file -> relate(from, file, "CONTAINS"));
    }

    private void relate(Resource subject) {
        for (Value relationship : values(subject, "relationship")) {
            for (Value related : values(relationship, "relatedSpdxElement")) {
                values(relationship, "relationshipType")
                        .forEach(type -> relate(
                                subject,
                                related,
                                after(type, "relationshipType_")
                                        .replaceAll("([a-z])([A-Z])", "$1_$2")
                                        .toUpperCase(Locale.ROOT)));
            }
        }
    }

    private void relate(Value from, Value to, String type) {
        relationships
                .addObject()
                .put("spdxElementId", id(from))
                .put("relatedSpdxElement", id(to))
                .put("relationshipType", type);
    }

    private List<Resource> ofType(String type) {
        return said.keySet().stream()
                .filter(subject -> values(subject, RDF.TYPE.stringValue()).stream()
                        .anyMatch(found -> found.stringValue().equals(TERMS + type)))
                .toList();
    }

    private Set<Value> values(Value subject, String predicate) {
        return subject instanceof Resource known
                ? said.getOrDefault(known, Map.of()).getOrDefault(predicate, Set.of())
                : Set.of();
    }

    private void copy(Value from, String predicate, ObjectNode to, String field) {
        values(from, predicate).forEach(value -> to.put(field, value.stringValue()));
    }

    private static String term(IRI predicate) {
        String name = predicate.stringValue();
        return name.startsWith(TERMS) ? name.substring(TERMS.length()) : name;
    }

    private static String after(Value name, String prefix) {
        String text = name.stringValue();
        return text.substring(text.lastIndexOf(prefix) < 0 ? 0 : text.lastIndexOf(prefix) + prefix.length());
    }

    /** What has no name gets one that no document may give. */
    private static String id(Value subject) {
        String name = subject.stringValue();
        return subject instanceof IRI ? name.substring(name.lastIndexOf('#') + 1) : "SPDXRef-unnamed-" + name;
    }
}
