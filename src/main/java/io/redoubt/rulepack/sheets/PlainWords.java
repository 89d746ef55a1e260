package io.redoubt.rulepack.sheets;

import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.Operator;
import io.redoubt.shared.ValueType.Flag;
import io.redoubt.shared.ValueType.Quantity;
import java.util.Map;
import java.util.Optional;

/** Headings as somebody says them who does not write programs: {@code Answer.value in} is "Answer is one of". */
final class PlainWords {
    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("id", "Rule"),
            Map.entry("title", "Title"),
            Map.entry("description", "What is looked at"),
            Map.entry("reason", "Reason code"),
            Map.entry("domain", "Domain"),
            Map.entry("points", "Points"),
            Map.entry("bars", "Work that is barred"),
            Map.entry("waivable", "May be waived"),
            Map.entry("excuses", "Questions that need no answer"),
            Map.entry("requirements", "Requirements"),
            Map.entry("citations", "Sources"),
            Map.entry("status", "Status"),
            Map.entry("rationale", "Why"),
            Map.entry("remediation", "What the supplier can do"));

    private PlainWords() {}

    /** The words of a column that means the same in every table; nothing for a condition. */
    static Optional<String> fixed(String heading) {
        return Optional.ofNullable(FIXED.get(heading));
    }

    /** The words of a condition, with the unit that its values are in. */
    static String of(FactField field, Operator operator) {
        boolean plain = field.type() instanceof Flag && operator == Operator.EQUAL;
        return FieldWords.of(field) + (plain ? "" : " " + words(operator)) + unit(field);
    }

    private static String words(Operator operator) {
        return switch (operator) {
            case EQUAL -> "is";
            case NOT_EQUAL -> "is not";
            case LESS -> "less than";
            case AT_MOST -> "at most";
            case GREATER -> "more than";
            case AT_LEAST -> "at least";
            case IN -> "is one of";
            case NOT_IN -> "is none of";
        };
    }

    private static String unit(FactField field) {
        if (field.type() instanceof Flag) {
            return " (true or false)";
        }
        boolean bare =
                !(field.type() instanceof Quantity quantity) || quantity.unit().isEmpty();
        return bare ? "" : " (" + ((Quantity) field.type()).unit() + ")";
    }
}
