package io.redoubt.firmware;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.firmware.sbom.Identifier;
import io.redoubt.firmware.sbom.Sbom;
import io.redoubt.firmware.sbom.VexStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes components and statements findable, each upload in one statement of SQL. */
@ApplicationScoped
class ComponentIndex {
    private final EntityManager entities;

    ComponentIndex(EntityManager entities) {
        this.entities = entities;
    }

    /** What a component is called. */
    record Named(String name, String version) {}

    void add(UUID evidence, Sbom sbom) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        Map<String, Named> named = new HashMap<>();
        for (Sbom.Component one : sbom.components()) {
            String purl = one.identifier(Identifier.Kind.PURL).orElse(null);
            String cpe = one.identifier(Identifier.Kind.CPE).orElse(null);
            String name = one.name().orElse(one.ref());
            Named label = new Named(name, one.version().orElse(""));
            Stream.of(one.ref(), purl, cpe).filter(Objects::nonNull).forEach(key -> named.putIfAbsent(key, label));
            rows.addObject()
                    .put("ref", one.ref())
                    .put("name", name)
                    .put("version", one.version().orElse(null))
                    .put("supplier", one.supplier().orElse(null))
                    .put("purl", purl)
                    .put("cpe", cpe)
                    .put("name_key", key(name))
                    .put("short_key", key(name.substring(name.lastIndexOf('/') + 1)))
                    .put("purl_key", purl == null ? null : Identifier.packageOf(purl));
        }
        insert(
                "firmware_component",
                "ref, name, version, supplier, purl, cpe, name_key, short_key, purl_key",
                evidence,
                rows);
        add(evidence, sbom.statements(), named);
    }

    /**
     * Adds statements of a document of their own, which name components of the release's bill of materials.
     *
     * @return the names in them that the bill of materials knows
     */
    Set<String> add(UUID evidence, UUID billOfMaterials, List<VexStatement> statements) {
        List<String> subjects = statements.stream()
                .flatMap(one -> one.subjects().stream())
                .distinct()
                .toList();
        Map<String, Named> named = new HashMap<>();
        if (!subjects.isEmpty()) {
            List<?> rows = entities.createNativeQuery(
                            "select ref, purl, cpe, name, version from firmware_component where evidence_id = :evidence"
                                    + " and (ref in (:subjects) or purl in (:subjects) or cpe in (:subjects)) order by id",
                            Tuple.class)
                    .setParameter("evidence", billOfMaterials)
                    .setParameter("subjects", subjects)
                    .getResultList();
            rows.stream()
                    .map(Tuple.class::cast)
                    .forEach(row -> Stream.of("ref", "purl", "cpe")
                            .map(column -> row.get(column, String.class))
                            .filter(Objects::nonNull)
                            .forEach(key -> named.putIfAbsent(
                                    key,
                                    new Named(
                                            row.get("name", String.class),
                                            Objects.requireNonNullElse(row.get("version", String.class), "")))));
        }
        add(evidence, statements, named);
        return named.keySet();
    }

    /** Vulnerabilities that the edition spoke of which the one now current has replaced. */
    Set<String> saidBefore(Upload upload) {
        List<?> rows = entities.createNativeQuery("select vulnerability from firmware_statement where evidence_id ="
                        + " (select id from firmware_evidence where supplier_id = :supplier and release_id = :release and kind ="
                        + " :kind and part = :part and superseded_at is not null order by superseded_at desc limit 1)")
                .setParameter("supplier", upload.supplier())
                .setParameter("release", upload.release())
                .setParameter("kind", upload.kind().name())
                .setParameter("part", upload.part())
                .getResultList();
        return rows.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private void add(UUID evidence, List<VexStatement> statements, Map<String, Named> named) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (VexStatement one : statements) {
            List<Named> components = one.subjects().stream()
                    .map(named::get)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (components.isEmpty()) {
                rows.add(row(one));
            }
            components.forEach(component -> rows.add(row(one).put("component", component.name())
                    .put("version", component.version().isEmpty() ? null : component.version())));
        }
        insert(
                "firmware_statement",
                "vulnerability, status, justification, severity, component, version",
                evidence,
                rows);
    }

    private static ObjectNode row(VexStatement one) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("vulnerability", key(one.vulnerability()))
                .put("status", one.status().name())
                .put("justification", one.justification().orElse(null))
                .put("severity", one.severity().orElse(null));
    }

    /** What is looked for, whoever typed it. */
    static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** @param columns all of them texts */
    private void insert(String table, String columns, UUID evidence, ArrayNode rows) {
        if (rows.isEmpty()) {
            return;
        }
        String typed = columns.replace(",", " text,") + " text";
        entities.createNativeQuery("insert into " + table + " (evidence_id, " + columns + ") select :evidence, "
                        + columns + " from jsonb_to_recordset(cast(:rows as jsonb)) as r(" + typed + ")")
                .setParameter("evidence", evidence)
                .setParameter("rows", rows.toString())
                .executeUpdate();
    }
}
