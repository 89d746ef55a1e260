package io.redoubt.supplier;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The lists of a supplier document as kinds of stored facts: what names a fact within its list, since when it is true,
 * and whether a later one leaves the earlier standing as history.
 */
enum FactKind {
    IDENTIFIERS("identifiers", true, "", ""),
    PROFILE("profile", true, "", ""),
    SITES("sites", true, "id", ""),
    OWNERSHIP("ownership", true, "", ""),
    REGISTERS("registers", true, "kind", ""),
    ANSWERS("answers", true, "question", "answeredOn"),
    FINDINGS("findings", false, "id", "openedOn"),
    CERTIFICATIONS("certifications", false, "id", "validFrom"),
    AUDITS("audits", false, "id", "heldOn"),
    CLAUSES("clauses", true, "clause", ""),
    FIRMWARE_RELEASES("firmwareReleases", false, "id", "releasedOn"),
    VULNERABILITIES("vulnerabilities", true, "id product", ""),
    INCIDENTS("incidents", false, "id", "occurredOn"),
    CANARIES("canaries", false, "id", "placedOn"),
    WAIVERS("waivers", false, "rule workClass validFrom", "validFrom"),
    ENGAGEMENTS("engagements", true, "id", "validFrom"),
    DISPUTES("disputes", false, "id", "openedOn");

    /** Since when a fact without a date of its own is true, as far as anybody knows. */
    static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    private final String list;
    private final boolean versioned;
    private final String keys;
    private final String date;

    /** @param keys names of the fields that name the fact, separated by spaces */
    FactKind(String list, boolean versioned, String keys, String date) {
        this.list = list;
        this.versioned = versioned;
        this.keys = keys;
        this.date = date;
    }

    /** Its name in a document. */
    String list() {
        return list;
    }

    /** Whether the document holds one object and not a list. */
    boolean isSingle() {
        return keys.isEmpty();
    }

    /** Whether a later fact with the same key was not yet true before; else there is one at a time. */
    boolean isVersioned() {
        return versioned;
    }

    /** What names the fact among those of its kind. */
    String key(JsonNode body) {
        return Arrays.stream(keys.split(" "))
                .map(key -> body.path(key).asText())
                .collect(Collectors.joining(" "));
    }

    /** The day since when it is true, if it has one of its own. */
    Optional<LocalDate> validFrom(JsonNode body) {
        return date.isEmpty()
                ? Optional.empty()
                : Optional.of(LocalDate.parse(body.path(date).asText()));
    }

    static Optional<FactKind> named(String list) {
        return Arrays.stream(values()).filter(kind -> kind.list.equals(list)).findFirst();
    }
}
