package io.redoubt.scoring.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.files.CsvRow;
import io.redoubt.files.CsvTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The lists of a supplier document as CSV tables: a row for each fact, its columns named as in the document, and the
 * supplier's id in front. A table is told by a column that no other has.
 */
enum FactTable {
    ANSWERS("answers", "question", "state value verification answeredOn validUntil"),
    FINDINGS("findings", "openedOn", "id severity standard dueOn claimedOn verifiedOn site"),
    CERTIFICATIONS(
            "certifications", "scheme", "id number scopeMatch validFrom validUntil suspendedFrom withdrawnOn site"),
    CLAUSES("clauses", "clause", "standing"),
    FIRMWARE_RELEASES(
            "firmwareReleases",
            "product",
            "id releasedOn sbomCompleteness attested signedOff referenceDeviation patchLatency site"),
    INCIDENTS("incidents", "occurredOn", "id kind severity resolvedOn site"),
    CANARIES("canaries", "placedOn", "id outcome"),
    REGISTERS("registers", "completeUntil", "kind");

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

    /** Flags are the one kind of value that a document does not write as text. */
    private static void put(ObjectNode fact, String column, String text) {
        boolean flag = column.equals("attested") || column.equals("signedOff");
        if (flag && (text.equals("true") || text.equals("false"))) {
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
