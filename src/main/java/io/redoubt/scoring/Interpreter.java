package io.redoubt.scoring;

import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.AnyOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Operand;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Rule;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Reading;
import io.redoubt.shared.Truth;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Evaluates the typed model as it is written, rule by rule and row by row: the definition that faster evaluators are
 * measured against, and the one that explains why a rule did not fire.
 *
 * <p>A comparison is TRUE when every possible value of the field satisfies it, FALSE when none does, MAYBE otherwise
 * and always when nothing at all is known. NOT_APPLICABLE satisfies no comparison, except that for a knock-out it
 * counts as unknown: nobody is cleared by not being asked.
 */
public final class Interpreter implements RuleEvaluator {
    private final List<Rule> rules;

    /** @param rules with literals only */
    public Interpreter(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    @Override
    public void evaluate(List<FactSet> batch) {
        for (FactSet facts : batch) {
            for (int i = 0; i < rules.size(); i++) {
                for (FactRow row : facts.rows()) {
                    Truth truth = evaluate(rules.get(i), row);
                    if (truth.isPossible()) {
                        row.trail().add(i, row, truth);
                    }
                }
            }
            facts.trail().sort();
        }
    }

    /** Whether a rule fires on a row; never on a row of another kind than its subject. */
    public static Truth evaluate(Rule rule, FactRow row) {
        return rule.subject() == row.type() ? evaluate(rule.when(), rule, row) : Truth.FALSE;
    }

    private static Truth evaluate(Condition condition, Rule rule, FactRow row) {
        if (condition instanceof AllOf all) {
            return all.parts().stream().map(part -> evaluate(part, rule, row)).reduce(Truth.TRUE, Truth::and);
        }
        if (condition instanceof AnyOf any) {
            return any.parts().stream().map(part -> evaluate(part, rule, row)).reduce(Truth.FALSE, Truth::or);
        }
        return compare((Comparison) condition, rule, row);
    }

    /** Whether one comparison of a rule holds for a row. */
    static Truth compare(Comparison comparison, Rule rule, FactRow row) {
        Reading reading = row.read(comparison.field());
        if (reading.state() == FactState.NOT_APPLICABLE) {
            return rule.then() instanceof Bar ? Truth.MAYBE : Truth.FALSE;
        }
        if (reading.isOpen()) {
            return Truth.MAYBE;
        }
        long[] literals =
                comparison.operands().stream().mapToLong(Interpreter::literal).toArray();
        long[] possible = representatives(reading, literals);
        long satisfied = LongStream.of(possible)
                .filter(value -> comparison.operator().holds(value, literals))
                .count();
        return satisfied == possible.length ? Truth.TRUE : satisfied == 0 ? Truth.FALSE : Truth.MAYBE;
    }

    private static long literal(Operand operand) {
        return ((Literal) operand).value();
    }

    /** Enough possible values to decide: both ends, and each literal with its neighbours as far as they are possible. */
    private static long[] representatives(Reading reading, long[] literals) {
        LongStream around = LongStream.of(literals)
                .flatMap(l -> LongStream.of(l == Long.MIN_VALUE ? l : l - 1, l, l == Long.MAX_VALUE ? l : l + 1));
        return LongStream.concat(LongStream.of(reading.low(), reading.high()), around)
                .filter(value -> reading.low() <= value && value <= reading.high())
                .toArray();
    }
}
