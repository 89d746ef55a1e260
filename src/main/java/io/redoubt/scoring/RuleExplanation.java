package io.redoubt.scoring;

import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AnyOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operator;
import io.redoubt.rulepack.Rule;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Reading;
import io.redoubt.shared.Truth;
import io.redoubt.shared.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a rule fired, may fire or did not, fact by fact: computed on demand by the interpreter.
 *
 * @param truth the strongest truth over all facts
 * @param facts one entry for every fact of the rule's kind; empty where the supplier has none, which is itself the
 *     reason that the rule did not fire
 */
public record RuleExplanation(String rule, Truth truth, List<Fact> facts) {
    public RuleExplanation {
        facts = List.copyOf(facts);
    }

    /**
     * One fact under the rule.
     *
     * @param because what the rule's comparisons read of the fact, each field once, such as {@code value NO}; empty where
     *     the rule certainly does not fire
     * @param against the comparisons that keep the rule from firing, or from firing certainly, in words
     */
    public record Fact(String fact, Truth truth, List<String> because, List<String> against) {
        public Fact {
            because = List.copyOf(because);
            against = List.copyOf(against);
        }
    }

    static RuleExplanation of(Rule rule, FactSet set) {
        List<Fact> facts = new ArrayList<>();
        for (FactRow row : set.rows()) {
            if (row.type() == rule.subject() && concerns(rule, row)) {
                Truth truth = Interpreter.evaluate(rule, row);
                List<String> because = truth.isPossible() ? because(rule, row) : List.of();
                facts.add(new Fact(row.toString(), truth, because, against(rule.when(), rule, row)));
            }
        }
        return new RuleExplanation(rule.id(), facts.stream().map(Fact::truth).reduce(Truth.FALSE, Truth::or), facts);
    }

    /** A rule about one question has nothing to say about the others. */
    private static boolean concerns(Rule rule, FactRow row) {
        if (!(rule.when() instanceof Condition.AllOf all)) {
            return true;
        }
        return all.parts().stream()
                .filter(part -> part instanceof Comparison c
                        && c.field().identity()
                        && c.field().owner() == rule.subject()
                        && !c.operator().needsOrder())
                .allMatch(part ->
                        Interpreter.compare((Comparison) part, rule, row).isPossible());
    }

    /** A field that names the fact, as an answer's question does and an incident's kind does not, is in its name already. */
    private static List<String> because(Rule rule, FactRow row) {
        return rule.when()
                .comparisons()
                .map(Comparison::field)
                .filter(field -> field.owner() != row.type()
                        || !describe(row.read(field), field.type()).equals(row.key()))
                .distinct()
                .map(field -> (field.owner() == row.type() ? field.name() : field.qualifiedName()) + " "
                        + describe(row.read(field), field.type()))
                .toList();
    }

    private static List<String> against(Condition condition, Rule rule, FactRow row) {
        if (condition instanceof Comparison comparison) {
            Truth truth = Interpreter.compare(comparison, rule, row);
            return truth == Truth.TRUE ? List.of() : List.of(sentence(comparison, row));
        }
        if (condition instanceof AnyOf any) {
            List<List<String>> parts =
                    any.parts().stream().map(part -> against(part, rule, row)).toList();
            return parts.stream().anyMatch(List::isEmpty)
                    ? List.of()
                    : List.of(parts.stream().map(p -> String.join(" and ", p)).collect(Collectors.joining("; or ")));
        }
        return ((Condition.AllOf) condition)
                .parts().stream()
                        .flatMap(part -> against(part, rule, row).stream())
                        .toList();
    }

    private static String sentence(Comparison comparison, FactRow row) {
        ValueType type = comparison.field().type();
        String wanted = comparison.operands().stream()
                .map(operand -> type.format(((Literal) operand).value()))
                .collect(Collectors.joining(" or "));
        return comparison.field() + " is " + describe(row.read(comparison.field()), type) + ", the rule asks for "
                + word(comparison.operator()) + wanted;
    }

    /** Nothing where the values speak for themselves. */
    private static String word(Operator operator) {
        return switch (operator) {
            case EQUAL, IN -> "";
            case NOT_EQUAL, NOT_IN -> "anything but ";
            case LESS -> "less than ";
            case AT_MOST -> "at most ";
            case GREATER -> "more than ";
            case AT_LEAST -> "at least ";
        };
    }

    private static String describe(Reading reading, ValueType type) {
        if (reading.state() == FactState.NOT_APPLICABLE) {
            return "not applicable";
        }
        if (reading.isOpen()) {
            return reading.state() == FactState.UNANSWERED ? "unanswered" : "unknown";
        }
        if (reading.low() == reading.high()) {
            return type.format(reading.low());
        }
        String range = end(reading.low(), type.least(), type) + " to " + end(reading.high(), type.greatest(), type);
        return reading.state() == FactState.STALE ? range + " (its evidence has ended)" : range;
    }

    private static String end(long value, long extreme, ValueType type) {
        return type instanceof ValueType.Quantity && value == extreme ? "any" : type.format(value);
    }
}
