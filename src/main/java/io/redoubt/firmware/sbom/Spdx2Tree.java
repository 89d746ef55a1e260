package io.redoubt.firmware.sbom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts an SPDX 2 document to what is asked of it: who made it and when, packages, files by name, and how they hang
 * together. A slip in a licence or a snippet, which nothing here reads, is then no reason to refuse the rest. The form of
 * SPDX 2.1, with packages inside the list of what the document describes, comes out as the one of today.
 */
final class Spdx2Tree {
    private static final String ID = "SPDXID";
    private static final List<String> HEAD = List.of("spdxVersion", "name", "documentNamespace", "dataLicense");
    private static final List<String> PACKAGE = List.of(ID, "name", "versionInfo", "supplier");
    private static final List<String> FILE = List.of(ID, "fileName");
    private static final List<String> RELATION = List.of("spdxElementId", "relatedSpdxElement", "relationshipType");
    private static final String DOCUMENT = "SPDXRef-DOCUMENT";

    private final JsonNode document;
    private final ObjectNode cut = JsonNodeFactory.instance.objectNode();
    private final Set<String> ids = new HashSet<>(Set.of(DOCUMENT));

    private Spdx2Tree(JsonNode root) {
        this.document = root.has("Document") ? root.path("Document") : root;
    }

    static ObjectNode cut(JsonNode root) throws UnreadableException {
        return new Spdx2Tree(root).cut();
    }

    private ObjectNode cut() throws UnreadableException {
        copy(HEAD, document, cut);
        cut.put(ID, DOCUMENT);
        JsonNode made = document.path("creationInfo");
        ObjectNode creation = cut.putObject("creationInfo");
        copy(List.of("created"), made, creation);
        ArrayNode creators = creation.putArray("creators");
        items(made.path("creators")).forEach(creator -> creators.add(creator.asText()));
        ArrayNode packages = cut.putArray("packages");
        for (JsonNode one : packages()) {
            packages.add(component(one));
        }
        Limits.requireComponents(packages.size());
        ArrayNode files = cut.putArray("files");
        items(document.path("files")).forEach(file -> {
            if (ids.add(file.path(ID).asText())) {
                copy(FILE, file, files.addObject());
            }
        });
        relate();
        return cut;
    }

    private List<JsonNode> packages() {
        List<JsonNode> packages = new ArrayList<>(items(document.path("packages")));
        items(document.path("documentDescribes")).stream()
                .map(described -> described.path("Package"))
                .filter(JsonNode::isObject)
                .forEach(packages::add);
        return packages;
    }

    private ObjectNode component(JsonNode from) throws UnreadableException {
        String id = from.path(ID).asText();
        if (id.isBlank() || !ids.add(id)) {
            throw new UnreadableException("Every SPDX package must have an SPDXID of its own.");
        }
        ObjectNode to = JsonNodeFactory.instance.objectNode();
        copy(PACKAGE, from, to);
        to.put("downloadLocation", "NOASSERTION").put("filesAnalyzed", false);
        ArrayNode hashes = to.putArray("checksums");
        for (JsonNode hash : items(from.path("checksums"))) {
            String algorithm = hash.path("algorithm").asText().replace("checksumAlgorithm_", "");
            if (SpdxNames.isAlgorithm(algorithm)) {
                hashes.addObject()
                        .put("algorithm", SpdxNames.algorithm(algorithm))
                        .put("checksumValue", hash.path("checksumValue").asText());
            }
        }
        ArrayNode references = to.putArray("externalRefs");
        for (JsonNode reference : items(from.path("externalRefs"))) {
            String type = reference.path("referenceType").asText();
            if (SpdxNames.isIdentifier(type)) {
                references
                        .addObject()
                        .put("referenceCategory", SpdxNames.category(type))
                        .put("referenceType", SpdxNames.plain(type))
                        .put(
                                "referenceLocator",
                                reference.path("referenceLocator").asText());
            }
        }
        return to;
    }

    /** What hangs on something that was cut, or on another document, is left out. */
    private void relate() {
        ArrayNode relationships = cut.putArray("relationships");
        for (JsonNode one : items(document.path("relationships"))) {
            if (ids.contains(one.path("spdxElementId").asText())
                    && ids.contains(one.path("relatedSpdxElement").asText())) {
                copy(RELATION, one, relationships.addObject());
            }
        }
        for (JsonNode one : packages()) {
            items(one.path("hasFiles")).stream()
                    .map(JsonNode::asText)
                    .filter(ids::contains)
                    .forEach(file -> relationships
                            .addObject()
                            .put("spdxElementId", one.path(ID).asText())
                            .put("relatedSpdxElement", file)
                            .put("relationshipType", "CONTAINS"));
        }
    }

    private static void copy(List<String> fields, JsonNode from, ObjectNode to) {
        fields.stream()
                .filter(field -> from.path(field).isValueNode()
                        && !from.path(field).isNull()
                        && !from.path(field).asText().isBlank())
                .forEach(field -> to.put(field, from.path(field).asText()));
    }

    /** A list; XML writes a list of one as its only item. */
    private static List<JsonNode> items(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(items::add);
        } else if (!list.isMissingNode() && !list.isNull()) {
            items.add(list);
        }
        return items;
    }
}
