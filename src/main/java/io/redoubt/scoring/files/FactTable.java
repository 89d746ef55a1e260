package io.redoubt.scoring.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.files.CsvRow;
import io.redoubt.files.CsvTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lists of a supplier document as CSV tables: a row for each fact, its columns named as in the document, and the
 * supplier's id in front. A table is told by a column that no other has.
 */
enum FactTable {
    ANSWERS("answers", "question", "state value verification answeredOn validUntil reason approvedBy"),
    FINDINGS("findings", "openedOn", "id severity standard dueOn receivedAt extendedUntil claimedOn verifiedOn site"),
    CERTIFICATIONS(
            "certifications",
            "scheme",
            "id number edition accredited scopeMatch reviewedBy validFrom validUntil surveillanceDueOn suspendedFrom"
                    + " withdrawnOn site"),
    AUDITS("audits", "heldOn", "id standard system securityLevel result site"),
    CLAUSES("clauses", "clause", "standing days"),
    FIRMWARE_RELEASES(
            "firmwareReleases",
            "releasedOn",
            "id product sbomCompleteness attested signedOff teeEvidence referenceDeviation productClass safetyImpact"
                    + " stages phases site"),
    VULNERABILITIES(
            "vulnerabilities",
            "advisoryOn",
            "id product severity awareOn noticedOn exploitedOn fixedOn vex justification site"),
    INCIDENTS("incidents", "occurredOn", "id kind severity awareAt warnedAt notifiedAt resolvedOn site"),
    CANARIES("canaries", "placedOn", "id outcome custodyRecord reviewers supplierHeardOn"),
    REGISTERS("registers", "completeUntil", "kind");

    private static final Set<String> FLAGS = Set.of("attested", "signedOff", "teeEvidence", "accredited");
    private static final Set<String> LISTS = Set.of("stages", "phases", "reviewers");
    private static final String SUPPLIER = "supplier";

    private final String list;
    private final String mark;
    private final String others;

    FactTable(String list, String mark, String others) {
        this.list = list;
        this.mark = mark;
        this.others = others;
    }

    /** The table with such a header. */
    static Optional<FactTable> of(List<String> header) {
        return Arrays.stream(values())
                .filter(table -> header.contains(table.mark))
                .findFirst();
    }

    static String known() {
        return Arrays.stream(values())
                .map(table -> table.list + " (supplier, " + table.mark + ", " + table.others.replace(" ", ", ") + ")")
                .collect(Collectors.joining("; "));
    }

    void read(CsvTable csv, Map<String, ObjectNode> byId) {
        csv.columns(List.of(SUPPLIER, mark), List.of(others.split(" ")));
        for (CsvRow row : csv.rows()) {
            ObjectNode fact = JsonNodeFactory.instance.objectNode();
            for (String column : csv.header()) {
                if (!column.equals(SUPPLIER)) {
                    row.optional(column).ifPresent(cell -> put(fact, column, cell.raw()));
                }
            }
            document(row.cell(SUPPLIER).raw(), byId).withArray(list).add(fact);
        }
    }

    /** Flags and lists are what a document does not write as text; a cell separates the items of a list by {@code |}. */
    private static void put(ObjectNode fact, String column, String text) {
        if (LISTS.contains(column)) {
            ArrayNode items = fact.putArray(column);
            Arrays.stream(text.split("\\|")).map(String::strip).forEach(items::add);
        } else if (FLAGS.contains(column) && (text.equals("true") || text.equals("false"))) {
            fact.put(column, text.equals("true"));
        } else {
            fact.put(column, text);
        }
    }

    static ObjectNode document(String id, Map<String, ObjectNode> byId) {
        return byId.computeIfAbsent(
                id, key -> JsonNodeFactory.instance.objectNode().put("id", key));
    }
}
