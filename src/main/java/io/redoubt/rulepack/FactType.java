package io.redoubt.rulepack;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of facts a rule can be about. A rule has one subject and fires once for each fact of that kind; its
 * conditions may also read the supplier, and for kinds tied to a site the site, that the subject belongs to.
 */
public enum FactType {
    SUPPLIER("Supplier", false),
    SITE("Site", false),
    ANSWER("Answer", false),
    FINDING("Finding", true),
    CERTIFICATION("Certification", true),
    AUDIT("Audit", true),
    CLAUSE("Clause", false),
    FIRMWARE_RELEASE("FirmwareRelease", true),
    VULNERABILITY("Vulnerability", true),
    INCIDENT("Incident", true);

    private final String label;
    private final boolean atSite;

    FactType(String label, boolean atSite) {
        this.label = label;
        this.atSite = atSite;
    }

    /** The name authors write. */
    public String label() {
        return label;
    }

    /** Whether a rule about this kind may read fields of {@code other}. */
    public boolean reaches(FactType other) {
        return other == this || other == SUPPLIER || (other == SITE && atSite);
    }

    /** Finds a kind by the name authors write. */
    public static Optional<FactType> labelled(String label) {
        return Arrays.stream(values()).filter(t -> t.label.equals(label)).findFirst();
    }
}
