package io.redoubt.firmware.sbom;

/**
 * The data fields of NTIA's <i>Minimum Elements For a Software Bill of Materials</i> (July 2021). Four are asked of every
 * component, three of the document.
 */
public enum MinimumElement {
    SUPPLIER_NAME(false),
    COMPONENT_NAME(false),
    VERSION(false),
    /** A package URL, CPE, SWID or hash: the id within the document names nothing outside it. */
    OTHER_UNIQUE_IDENTIFIERS(false),
    DEPENDENCY_RELATIONSHIP(true),
    AUTHOR_OF_SBOM_DATA(true),
    TIMESTAMP(true);

    private final boolean document;

    MinimumElement(boolean document) {
        this.document = document;
    }

    /** Whether it is asked of the document as a whole. */
    public boolean isOfDocument() {
        return document;
    }

    /** Whether a document has it; never true of what is asked of components. */
    boolean isIn(Sbom sbom) {
        return switch (this) {
            case DEPENDENCY_RELATIONSHIP -> sbom.dependenciesStated();
            case AUTHOR_OF_SBOM_DATA -> !sbom.authors().isEmpty();
            case TIMESTAMP -> sbom.created().isPresent();
            default -> false;
        };
    }

    /** Whether a component has it; never true of what is asked of documents. */
    boolean isIn(Sbom.Component component) {
        return switch (this) {
            case SUPPLIER_NAME -> component.supplier().isPresent();
            case COMPONENT_NAME -> component.name().isPresent();
            case VERSION -> component.version().isPresent();
            case OTHER_UNIQUE_IDENTIFIERS -> !component.identifiers().isEmpty();
            default -> false;
        };
    }
}
