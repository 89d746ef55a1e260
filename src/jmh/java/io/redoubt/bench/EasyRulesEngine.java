package io.redoubt.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.BasicRule;
import org.jeasy.rules.core.DefaultRulesEngine;

/**
 * Easy Rules with one engine and one set of rules for all suppliers. Rules extend {@code BasicRule}: annotated ones go
 * through reflection, expression languages are interpreted. The one fact is taken by the iterator, because a look-up
 * by name opens a stream in every condition.
 */
final class EasyRulesEngine implements Engine {
    private final RulesEngine engine = new DefaultRulesEngine();
    private final Rules rules = new Rules();
    private final List<Subject> subjects;
    private final List<Facts> facts;

    EasyRulesEngine(EqualityTable table) {
        IntStream.range(0, table.rows())
                .mapToObj(i -> new Row(i, table.attribute(i), table.code(i), table.points()[i]))
                .forEach(rules::register);
        this.subjects = Arrays.stream(table.suppliers()).map(Subject::new).toList();
        this.facts = subjects.stream().map(EasyRulesEngine::facts).toList();
    }

    private static Facts facts(Subject subject) {
        Facts facts = new Facts();
        facts.put("supplier", subject);
        return facts;
    }

    @Override
    public int[] totals() {
        for (Facts each : facts) {
            engine.fire(rules, each);
        }
        return subjects.stream().mapToInt(Subject::takeTotal).toArray();
    }

    private static final class Row extends BasicRule {
        private final int attribute;
        private final int code;
        private final int points;

        Row(int number, int attribute, int code, int points) {
            super("row " + number, "", number);
            this.attribute = attribute;
            this.code = code;
            this.points = points;
        }

        @Override
        public boolean evaluate(Facts facts) {
            return subject(facts).code(attribute) == code;
        }

        @Override
        public void execute(Facts facts) {
            subject(facts).add(points);
        }

        private static Subject subject(Facts facts) {
            return (Subject) facts.iterator().next().getValue();
        }
    }
}
