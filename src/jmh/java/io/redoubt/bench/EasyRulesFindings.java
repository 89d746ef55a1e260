package io.redoubt.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.BasicRule;
import org.jeasy.rules.core.DefaultRulesEngine;

/** Easy Rules over findings, one set of facts for each finding; set up as in {@link EasyRulesEngine}. */
final class EasyRulesFindings implements Engine {
    private final RulesEngine engine = new DefaultRulesEngine();
    private final Rules rules = new Rules();
    private final List<Tally> tallies = FindingsTable.tallies();
    private final List<Facts> findings;

    EasyRulesFindings(FindingsTable table) {
        IntStream.range(0, FindingsTable.RULES)
                .mapToObj(i -> new Row(i, table.rules().get(i)))
                .forEach(rules::register);
        this.findings = table.subjects(tallies).stream()
                .flatMap(List::stream)
                .map(EasyRulesFindings::facts)
                .toList();
    }

    private static Facts facts(FindingSubject finding) {
        Facts facts = new Facts();
        facts.put("finding", finding);
        return facts;
    }

    @Override
    public int[] totals() {
        for (Facts each : findings) {
            engine.fire(rules, each);
        }
        return tallies.stream().mapToInt(Tally::take).toArray();
    }

    private static final class Row extends BasicRule {
        private final int number;
        private final FindingRule rule;

        Row(int number, FindingRule rule) {
            super("row " + number, "", number);
            this.number = number;
            this.rule = rule;
        }

        @Override
        public boolean evaluate(Facts facts) {
            return rule.isPossible(finding(facts));
        }

        @Override
        public void execute(Facts facts) {
            FindingSubject finding = finding(facts);
            finding.fired(number, rule.isCertain(finding));
        }

        private static FindingSubject finding(Facts facts) {
            return (FindingSubject) facts.iterator().next().getValue();
        }
    }
}
