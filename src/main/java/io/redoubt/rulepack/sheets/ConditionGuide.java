package io.redoubt.rulepack.sheets;

import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.Operator;
import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.Vocabulary;
import io.redoubt.shared.ValueType;
import io.redoubt.shared.ValueType.Codes;
import io.redoubt.shared.ValueType.Flag;
import io.redoubt.shared.ValueType.Quantity;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Explains a column that holds conditions.
 *
 * @param parameters the end of a sentence that names the parameters of a kind
 */
record ConditionGuide(TableSheet sheet, Function<Predicate<Parameter>, String> parameters) {
    private static final String ANY = "The rule does not ask.";

    /** @throws IllegalArgumentException if the heading names no field and operator of the table's subject */
    ColumnGuide of(String heading) {
        int space = heading.indexOf(' ');
        Vocabulary vocabulary = new Vocabulary(sheet.catalogue(), Map.of());
        FactField field = vocabulary.field(
                space < 0 ? heading : heading.substring(0, space), sheet.table().subject());
        Operator operator = Vocabulary.operator(
                space < 0 ? "" : heading.substring(space + 1).strip(), field);
        List<String> values = values(field.type());
        return new ColumnGuide(
                heading,
                PlainWords.of(field, operator),
                field.description(),
                permitted(field.type(), operator),
                ANY,
                values.isEmpty() ? "12.5" : values.get(0),
                operator.takesMany() ? List.of() : values);
    }

    private static List<String> values(ValueType type) {
        if (type instanceof Codes codes) {
            return codes.codes();
        }
        return type instanceof Flag ? List.of("true", "false") : List.of();
    }

    private String permitted(ValueType type, Operator operator) {
        String many = operator.takesMany() ? "One or more, separated by |: " : "One of ";
        if (type instanceof Quantity quantity) {
            String unit = quantity.unit();
            String number = "number" + (unit.isEmpty() ? "" : " of " + unit) + ", such as 12.5";
            return (operator.takesMany() ? "One or more, separated by |: a " : "A ") + number
                    + parameters.apply(parameter -> fits(parameter, unit)) + ".";
        }
        String order = operator.needsOrder() ? ", from least to most" : "";
        return many + String.join(", ", values(type)) + order + ".";
    }

    private static boolean fits(Parameter parameter, String unit) {
        boolean sameUnit = unit.isEmpty() || unit.equals(parameter.unit());
        return sameUnit && !parameter.unit().equals(Vocabulary.POINTS);
    }
}
