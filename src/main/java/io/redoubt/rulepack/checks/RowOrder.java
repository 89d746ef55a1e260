package io.redoubt.rulepack.checks;

import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.RuleTable.HitPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the order of rows decides: which rows stand above another one and may act in its place. */
public final class RowOrder {
    private RowOrder() {}

    /**
     * By id of each row of a first-hit table that some row above it may keep from acting, the ids of these. Two rows
     * that no fact meets both are not in each other's way; rows too large to be looked into are taken to be.
     */
    public static Map<String, List<String>> above(EffectivePack pack) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        pack.pack().tables().stream()
                .filter(table -> table.policy() == HitPolicy.FIRST)
                .map(RuleTable::id)
                .forEach(table -> add(
                        pack.rules().stream()
                                .filter(rule -> rule.table().equals(table))
                                .toList(),
                        found));
        return found;
    }

    private static void add(List<Rule> rows, Map<String, List<String>> found) {
        List<Region> regions = rows.stream().map(row -> Region.of(row.when())).toList();
        for (int i = 1; i < rows.size(); i++) {
            Region region = regions.get(i);
            List<String> above = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                if (regions.get(j).isTooLarge()
                        || region.isTooLarge()
                        || regions.get(j).overlaps(region)) {
                    above.add(rows.get(j).id());
                }
            }
            if (!above.isEmpty()) {
                found.put(rows.get(i).id(), List.copyOf(above));
            }
        }
    }
}
