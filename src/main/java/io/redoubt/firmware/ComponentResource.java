package io.redoubt.firmware;

import io.redoubt.firmware.sbom.Identifier;
import io.redoubt.identity.Role;
import io.redoubt.problem.ProblemType;
import io.redoubt.web.Cursor;
import io.redoubt.web.Page;
import io.redoubt.web.PageKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Says who ships a component, across the portfolio, by the bills of materials that are current. */
@Path("/api/v1/components")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Firmware evidence")
class ComponentResource {
    private static final String COMPONENTS =
            "select c.id, e.supplier_id, s.name as supplier_name, e.release_id, c.name, c.version, c.supplier, c.purl, c.cpe,"
                    + " null as vulnerability, null as status, null as justification from firmware_component c"
                    + " join firmware_evidence e on e.id = c.evidence_id and e.superseded_at is null"
                    + " join supplier s on s.id = e.supplier_id where c.id > :after and ";
    private static final String STATEMENTS =
            "select c.id, e.supplier_id, s.name as supplier_name, e.release_id, c.component as name, c.version,"
                    + " null as supplier, null as purl, null as cpe, c.vulnerability, c.status, c.justification from"
                    + " firmware_statement c join firmware_evidence e on e.id = c.evidence_id and e.superseded_at is null"
                    + " join supplier s on s.id = e.supplier_id where c.id > :after and ";
    private static final Map<String, String> CONDITIONS = Map.of(
            "name", COMPONENTS + "(c.name_key = :value or (c.short_key = :value and c.short_key <> c.name_key))",
            "purl", COMPONENTS + "c.purl_key = :value",
            "version", COMPONENTS + "c.purl_key = :value and c.purl = :purl",
            "cve", STATEMENTS + "c.vulnerability = :value");

    private final EntityManager entities;

    ComponentResource(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A component in a release.
     *
     * @param component null where a statement on a vulnerability names none that the bill of materials lists
     * @param madeBy who supplies it to the supplier
     * @param status what is said of the vulnerability that was asked for
     */
    record Shipped(
            String supplier,
            String supplierName,
            String release,
            @Nullable String component,
            @Nullable String version,
            @Nullable String madeBy,
            @Nullable String purl,
            @Nullable String cpe,
            @Nullable String vulnerability,
            @Nullable String status,
            @Nullable String justification,
            @com.fasterxml.jackson.annotation.JsonIgnore String key) {}

    @GET
    @RolesAllowed({Role.SECURITY, Role.PROCUREMENT, Role.ENGINEERING, Role.LEGAL, Role.AUDITOR})
    @Operation(
            summary = "Who ships a component: by name, package URL or CVE",
            description =
                    "One of the three must be given. A name is matched whole, with or without its group, whatever its"
                            + " case; a package URL without a version finds all versions; a CVE finds what suppliers state of it.")
    @Transactional
    public Page<Shipped> find(
            @QueryParam("name") @Nullable String name,
            @QueryParam("purl") @Nullable String purl,
            @QueryParam("cve") @Nullable String cve,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") Integer limit) {
        int size = Cursor.limit(limit);
        if (Stream.of(name, purl, cve)
                        .filter(one -> one != null && !one.isBlank())
                        .count()
                != 1) {
            throw ProblemType.MALFORMED.because("Exactly one of name, purl and cve must be given.");
        }
        Query query = query(name, purl, cve);
        List<?> rows = query.setParameter("after", PageKey.number(cursor, 0))
                .setMaxResults(size + 1)
                .getResultList();
        return Page.of(rows, size, row -> shipped((Tuple) row), Shipped::key, 0).atLeast();
    }

    private Query query(@Nullable String name, @Nullable String purl, @Nullable String cve) {
        if (purl != null && !purl.isBlank()) {
            String canonical = Identifier.purl(purl)
                    .map(Identifier::value)
                    .orElseThrow(() -> ProblemType.MALFORMED.because(
                            "The purl must be a package URL, such as pkg:generic/openssl@3.5.7."));
            String all = Identifier.packageOf(canonical);
            return all.equals(canonical)
                    ? asked("purl", all)
                    : asked("version", all).setParameter("purl", canonical);
        }
        return cve != null && !cve.isBlank()
                ? asked("cve", ComponentIndex.key(cve))
                : asked("name", ComponentIndex.key(String.valueOf(name)));
    }

    private Query asked(String by, String value) {
        return entities.createNativeQuery(CONDITIONS.get(by) + " order by c.id", Tuple.class)
                .setParameter("value", value);
    }

    private static Shipped shipped(Tuple row) {
        return new Shipped(
                text(row, "supplier_id"),
                text(row, "supplier_name"),
                text(row, "release_id"),
                row.get("name", String.class),
                row.get("version", String.class),
                row.get("supplier", String.class),
                row.get("purl", String.class),
                row.get("cpe", String.class),
                row.get("vulnerability", String.class),
                row.get("status", String.class),
                row.get("justification", String.class),
                String.valueOf(row.get("id")));
    }

    private static String text(Tuple row, String column) {
        return String.valueOf(row.get(column, String.class));
    }
}
