package io.redoubt.supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.redoubt.scoring.files.FactsException;
import io.redoubt.scoring.files.SupplierFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Puts stored facts together into one document for each supplier: of every key the latest fact that is true on a day. */
@ApplicationScoped
public class SupplierDocuments {
    private final Suppliers suppliers;
    private final Facts facts;

    SupplierDocuments(Suppliers suppliers, Facts facts) {
        this.suppliers = suppliers;
        this.facts = facts;
    }

    /**
     * The documents of suppliers; an id that is unknown, or was unknown then, is left out.
     *
     * @param asOf the day that is asked about
     * @param knownAt as far as we knew then; empty for all we know now
     */
    public Map<String, ObjectNode> on(LocalDate asOf, Optional<Instant> knownAt, List<String> ids) {
        Map<String, ObjectNode> documents = new LinkedHashMap<>();
        suppliers.list("id in ?1 order by id", ids).stream()
                .filter(supplier -> knownAt.filter(supplier.createdAt::isAfter).isEmpty())
                .forEach(supplier -> documents.put(
                        supplier.id,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("id", supplier.id)
                                .put("name", supplier.name)));
        List<Fact> found = knownAt.map(at -> facts.known(ids, at)).orElseGet(() -> facts.current(ids));
        Map<List<Object>, Fact> latest = new LinkedHashMap<>();
        for (Fact fact : found) {
            if (!fact.validFrom.isAfter(asOf)) {
                latest.put(List.of(fact.supplierId, fact.kind, fact.key), fact);
            }
        }
        latest.values().forEach(fact -> add(documents, fact));
        // only read here; what stays loaded is looked through for changes before every later statement
        found.forEach(facts.getEntityManager()::detach);
        return documents;
    }

    /**
     * The documents of suppliers as one JSON array, put together by the database: for readers that only pass them on.
     *
     * @param asOf the day that is asked about
     */
    public String texts(LocalDate asOf, List<String> ids) {
        Map<String, StringJoiner> documents = new LinkedHashMap<>();
        for (Supplier supplier : suppliers.list("id in ?1 order by id", ids)) {
            StringJoiner document = new StringJoiner(",", "{", "}");
            document.add("\"id\":" + quoted(supplier.id)).add("\"name\":" + quoted(supplier.name));
            documents.put(supplier.id, document);
        }
        for (Facts.Listed list : facts.lists(asOf, ids)) {
            StringJoiner document = documents.get(list.supplier());
            if (document != null) {
                String value = list.kind().isSingle() ? list.bodies() : "[" + list.bodies() + "]";
                document.add(quoted(list.kind().list()) + ":" + value);
            }
        }
        return documents.values().toString();
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    /** The ids after one, in order: how a long job walks through all suppliers. */
    public List<String> idsAfter(String id, int limit) {
        return suppliers.idsAfter(id, limit);
    }

    public long count() {
        return suppliers.count();
    }

    /**
     * A document with the name and the sites of the supplier that it adds to, where it does not name them itself: so
     * that a finding at a known site can be added alone.
     */
    JsonNode completed(JsonNode document) {
        Optional<Supplier> known =
                suppliers.findByIdOptional(document.path("id").asText());
        if (!(document instanceof ObjectNode object) || known.isEmpty()) {
            return document;
        }
        ObjectNode completed = object.deepCopy();
        if (!completed.has("name")) {
            completed.put("name", known.get().name);
        }
        List<Fact> sites = facts.current(List.of(known.get().id)).stream()
                .filter(fact -> fact.kind == FactKind.SITES)
                .toList();
        if (!completed.has("sites") && !sites.isEmpty()) {
            Map<String, JsonNode> latest = new LinkedHashMap<>();
            sites.forEach(site -> latest.put(site.key, parse(site.body)));
            latest.values().forEach(completed.withArray("sites")::add);
        }
        return completed;
    }

    private static void add(Map<String, ObjectNode> documents, Fact fact) {
        ObjectNode document = documents.get(fact.supplierId);
        if (document == null) {
            return;
        }
        if (fact.kind.isSingle()) {
            document.set(fact.kind.list(), parse(fact.body));
        } else {
            document.withArray(fact.kind.list()).add(parse(fact.body));
        }
    }

    static JsonNode parse(String body) {
        try {
            return SupplierFile.parse(body);
        } catch (FactsException e) {
            throw new IllegalStateException("A stored fact must be readable.", e);
        }
    }
}
