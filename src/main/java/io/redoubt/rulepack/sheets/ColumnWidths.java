package io.redoubt.rulepack.sheets;

import java.util.Map;

/** How wide columns are, so that a row is about as high as it must be. */
final class ColumnWidths {
    private static final int CHARACTER = 256;
    private static final int USUAL = 20;
    private static final Map<String, Integer> WIDTHS = Map.ofEntries(
            Map.entry("id", 10),
            Map.entry("title", 32),
            Map.entry("description", 46),
            Map.entry("reason", 26),
            Map.entry("domain", 18),
            Map.entry("points", 12),
            Map.entry("bars", 32),
            Map.entry("waivable", 11),
            Map.entry("excuses", 32),
            Map.entry("requirements", 15),
            Map.entry("citations", 24),
            Map.entry("status", 13),
            Map.entry("rationale", 64),
            Map.entry("remediation", 46));

    private ColumnWidths() {}

    /** The width of a column of a table, in 256ths of a character. */
    static int of(String heading) {
        return WIDTHS.getOrDefault(heading.strip(), USUAL) * CHARACTER;
    }
}
