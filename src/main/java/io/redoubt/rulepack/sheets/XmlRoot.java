package io.redoubt.rulepack.sheets;

/** The element that a part of a kind begins with. */
enum XmlRoot {
    RELATIONSHIPS("Relationships", "http://schemas.openxmlformats.org/package/2006/relationships"),
    TYPES("Types", "http://schemas.openxmlformats.org/package/2006/content-types"),
    WORKBOOK("workbook", XmlRoot.MAIN),
    WORKSHEET("worksheet", XmlRoot.MAIN),
    STRINGS("sst", XmlRoot.MAIN),
    STYLES("styleSheet", XmlRoot.MAIN);

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private final String element;
    private final String namespace;

    XmlRoot(String element, String namespace) {
        this.element = element;
        this.namespace = namespace;
    }

    String element() {
        return element;
    }

    String namespace() {
        return namespace;
    }
}
