package io.redoubt.scoring.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.files.CsvRow;
import io.redoubt.files.CsvTable;
import io.redoubt.files.Problems;
import io.redoubt.files.Scalar;
import io.redoubt.shared.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Splits a file of suppliers into one document for each, without judging them: that is {@link SupplierFactsReader}'s
 * part, so that one bad supplier never hides the others. JSON may be one document, a list, or an object with a list
 * {@code suppliers}; CSV has a row for each site or for each answer.
 */
public final class SupplierFile {
    private static final int DEEPEST = 24;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_NUMBER = 40;
    private static final ObjectMapper JSON = mapper();

    private SupplierFile() {}

    private static ObjectMapper mapper() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(LONGEST_TEXT)
                .maxNumberLength(LONGEST_NUMBER)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return new ObjectMapper(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /**
     * Parses JSON within bounds.
     *
     * @throws FactsException if it is not well formed, too deep, or names a key twice
     */
    public static JsonNode parse(String text) throws FactsException {
        try {
            return JSON.readTree(text);
        } catch (NumberFormatException e) {
            throw new FactsException(List.of(new Violation("", "The numbers must be plain and short.")));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new FactsException(List.of(new Violation(
                    "",
                    "The text must be well-formed JSON" + place + ": " + Problems.shown(e.getOriginalMessage())
                            + ".")));
        }
    }

    /** The documents of a JSON text; see the class. */
    public static List<JsonNode> documents(JsonNode root) throws FactsException {
        boolean wrapped = root.isObject() && root.has("suppliers");
        JsonNode list = wrapped ? root.get("suppliers") : root;
        if (wrapped && root.size() > 1) {
            throw new FactsException(List.of(new Violation("", "The file must hold nothing beside suppliers.")));
        }
        List<JsonNode> documents = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(documents::add);
        } else {
            documents.add(list);
        }
        return documents;
    }

    /**
     * The documents of CSV tables, which add to one another. A table with a column {@code supplier} holds facts of one
     * kind, told by its columns; any other holds suppliers with a site in each row.
     *
     * @param texts by file name
     */
    public static List<JsonNode> documents(Map<String, String> texts, Problems problems) {
        Map<String, ObjectNode> byId = new LinkedHashMap<>();
        texts.forEach((file, text) -> CsvTable.of(file, text, problems).ifPresent(csv -> {
            if (csv.has("supplier")) {
                FactTable.of(csv.header())
                        .ifPresentOrElse(
                                table -> table.read(csv, byId),
                                () -> problems.add(
                                        csv.headerPlace(0),
                                        "The columns must be those of one kind of fact: " + FactTable.known() + "."));
            } else {
                csv.columns(List.of("id", "name"), List.of("lei", "duns", "vat", "siteId", "siteName", "siteCountry"));
                csv.rows().forEach(row -> addSite(row, byId));
            }
        }));
        return List.copyOf(byId.values());
    }

    private static void addSite(CsvRow row, Map<String, ObjectNode> byId) {
        ObjectNode document = FactTable.document(row.cell("id").raw(), byId);
        row.optional("name").ifPresent(cell -> put(document, "name", cell));
        for (String key : List.of("lei", "duns", "vat")) {
            row.optional(key).ifPresent(cell -> put(identifiers(document), key, cell));
        }
        ObjectNode site = JsonNodeFactory.instance.objectNode();
        row.optional("siteId").ifPresent(cell -> site.put("id", cell.raw()));
        row.optional("siteName").ifPresent(cell -> site.put("name", cell.raw()));
        row.optional("siteCountry").ifPresent(cell -> site.put("country", cell.raw()));
        if (!site.isEmpty()) {
            document.withArray("sites").add(site);
        }
    }

    /** A supplier's row for one more site may leave blank what another row says, and must not say something else. */
    private static void put(ObjectNode node, String key, Scalar cell) {
        String before = node.path(key).asText(cell.raw());
        if (!before.equals(cell.raw())) {
            cell.refuse("be the same in every row of the supplier, as " + Problems.shown(before) + ".");
        }
        node.put(key, before);
    }

    private static ObjectNode identifiers(ObjectNode document) {
        return document.get("identifiers") instanceof ObjectNode known ? known : document.putObject("identifiers");
    }

    /** The kinds of file that hold suppliers. */
    public static Set<String> endings() {
        return Set.of(".json", ".csv");
    }
}
