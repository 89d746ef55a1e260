package io.redoubt.bench;

import java.util.List;

/** What one would write without any engine: every rule on every finding. */
final class FindingsScan implements Engine {
    private final FindingRule[] rules;
    private final List<Tally> tallies = FindingsTable.tallies();
    private final List<List<FindingSubject>> suppliers;

    FindingsScan(FindingsTable table) {
        this.rules = table.rules().toArray(FindingRule[]::new);
        this.suppliers = table.subjects(tallies);
    }

    @Override
    public int[] totals() {
        for (List<FindingSubject> findings : suppliers) {
            for (FindingSubject finding : findings) {
                scan(finding);
            }
        }
        return tallies.stream().mapToInt(Tally::take).toArray();
    }

    private void scan(FindingSubject finding) {
        for (int i = 0; i < rules.length; i++) {
            if (rules[i].isPossible(finding)) {
                finding.fired(i, rules[i].isCertain(finding));
            }
        }
    }
}
