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
import java.util.Arrays;
import java.util.List;

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
            Truth truth = Truth.TRUE;
            for (Condition part : all.parts()) {
                truth = truth.and(evaluate(part, rule, row));
                if (!truth.isPossible()) {
                    return truth;
                }
            }
            return truth;
        }
        if (condition instanceof AnyOf any) {
            Truth truth = Truth.FALSE;
            for (Condition part : any.parts()) {
                truth = truth.or(evaluate(part, rule, row));
            }
            return truth;
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
        long[] literals = literals(comparison);
        boolean always = true;
        boolean sometimes = false;
        for (long value : representatives(reading, literals)) {
            boolean holds = comparison.operator().holds(value, literals);
            always &= holds;
            sometimes |= holds;
        }
        return always ? Truth.TRUE : sometimes ? Truth.MAYBE : Truth.FALSE;
    }

    private static long[] literals(Comparison comparison) {
        List<Operand> operands = comparison.operands();
        long[] literals = new long[operands.size()];
        for (int i = 0; i < literals.length; i++) {
            literals[i] = ((Literal) operands.get(i)).value();
        }
        return literals;
    }

    /** Enough possible values to decide: both ends, and each literal with its neighbours as far as they are possible. */
    private static long[] representatives(Reading reading, long[] literals) {
        if (reading.low() == reading.high()) {
            return new long[] {reading.low()};
        }
        long[] values = new long[2 + 3 * literals.length];
        values[0] = reading.low();
        values[1] = reading.high();
        int size = 2;
        for (long literal : literals) {
            if (reading.low() < literal && literal - 1 <= reading.high()) {
                values[size++] = literal - 1;
            }
            if (reading.low() <= literal && literal <= reading.high()) {
                values[size++] = literal;
            }
            if (literal < reading.high() && reading.low() <= literal + 1) {
                values[size++] = literal + 1;
            }
        }
        return Arrays.copyOf(values, size);
    }
}
