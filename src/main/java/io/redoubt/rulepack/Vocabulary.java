package io.redoubt.rulepack;

import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operand.ParameterRef;
import io.redoubt.shared.Points;
import io.redoubt.shared.ValueType;
import io.redoubt.shared.ValueType.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Gives meaning to the names and literals that an author writes, the same in tables and in safe DRL. Whatever it can't
 * make sense of it refuses with an {@link IllegalArgumentException} in the author's words; the reader knows the place.
 *
 * @param parameters by id
 * @param aggregation of the pack, which bounds the points of a rule
 */
public record Vocabulary(FactCatalogue catalogue, Map<String, Parameter> parameters, Aggregation aggregation) {
    /** The unit of the points of an action. */
    public static final String POINTS = "points";

    /** The words of a pack on the usual scale. */
    public Vocabulary(FactCatalogue catalogue, Map<String, Parameter> parameters) {
        this(catalogue, parameters, Aggregation.USUAL);
    }

    /** The kind of fact with a name. */
    public static FactType subject(String label) {
        return FactType.labelled(label)
                .orElseThrow(() -> new IllegalArgumentException("The kind of fact (" + label + ") must be one of "
                        + String.join(
                                ", ",
                                java.util.Arrays.stream(FactType.values())
                                        .map(FactType::label)
                                        .toList())
                        + "."));
    }

    /** The field {@code Type.name}, if a rule about the subject may read it. */
    public FactField field(String qualifiedName, FactType subject) {
        FactField field = catalogue
                .find(qualifiedName)
                .orElseThrow(() -> new IllegalArgumentException("The field (" + qualifiedName
                        + ") must be in the fact catalogue." + suggestion(qualifiedName)));
        if (!subject.reaches(field.owner())) {
            throw new IllegalArgumentException("The field (" + field + ") must belong to a " + subject.label()
                    + " or to what it belongs to.\nMaybe this rule belongs in a table about "
                    + field.owner().label() + ".");
        }
        return field;
    }

    private String suggestion(String qualifiedName) {
        int dot = qualifiedName.indexOf('.');
        return FactType.labelled(dot < 0 ? "" : qualifiedName.substring(0, dot))
                .map(type -> "\nMaybe one of "
                        + String.join(
                                ", ",
                                catalogue.fields(type).stream()
                                        .map(FactField::qualifiedName)
                                        .toList())
                        + ".")
                .orElse("\nMaybe write Type.field, such as Answer.value.");
    }

    /** The operator with a symbol, if it means something for the field. */
    public static Operator operator(String symbol, FactField field) {
        Operator operator = Operator.of(symbol)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The operator (" + symbol + ") must be one of ==, !=, <, <=, >, >=, in, not in."));
        if (operator.needsOrder() && !field.type().ordered()) {
            throw new IllegalArgumentException("The operator (" + symbol + ") must not be used with " + field
                    + ", whose values have no order.\nMaybe use == or in.");
        }
        return operator;
    }

    /** A comparison with literals or parameters as written. */
    public Comparison comparison(FactField field, Operator operator, List<String> texts) {
        List<Operand> operands = new ArrayList<>();
        for (String text : texts) {
            operands.add(operand(text, field));
        }
        if (operands.stream().distinct().count() != operands.size()) {
            throw new IllegalArgumentException(
                    "The list (" + String.join(", ", texts) + ") must name each value once.");
        }
        return new Comparison(field, operator, operands);
    }

    private Operand operand(String text, FactField field) {
        ValueType type = field.type();
        if (!text.startsWith("$")) {
            return new Literal(type.parse(text));
        }
        Parameter parameter = parameter(text);
        if (!(type instanceof Quantity quantity)) {
            throw new IllegalArgumentException("The parameter (" + text + ") must not be compared with " + field
                    + ", which is " + type.describe() + ".");
        }
        boolean sameUnit = quantity.unit().isEmpty() || quantity.unit().equals(parameter.unit());
        if (!sameUnit || parameter.unit().equals(POINTS)) {
            throw new IllegalArgumentException("The parameter (" + text + ") must be in the unit of " + field + ", "
                    + quantity.unit() + ", not in " + parameter.unit() + ".");
        }
        return new ParameterRef(parameter.id());
    }

    /** The points of an action: a decimal on the pack's scale, of either sign, or a parameter in points. */
    public Operand points(String text) {
        if (text.startsWith("$")) {
            Parameter parameter = parameter(text);
            if (!parameter.unit().equals(POINTS)) {
                throw new IllegalArgumentException(
                        "The parameter (" + text + ") must be in points, not in " + parameter.unit() + ".");
            }
            return new ParameterRef(parameter.id());
        }
        long micros = new Quantity(POINTS).parse(text);
        if (!aggregation.allows(new Points(micros))) {
            throw new IllegalArgumentException("The points (" + text + ") must " + aggregation.bounds() + ".");
        }
        return new Literal(micros);
    }

    /** The questions that an action excuses. */
    public Action.Excuse excuse(List<String> questions, FactType subject) {
        if (subject != FactType.SUPPLIER) {
            throw new IllegalArgumentException("A rule that excuses questions must be about a Supplier.");
        }
        for (String id : questions) {
            if (catalogue.question(id).filter(Question::notApplicable).isEmpty()) {
                throw new IllegalArgumentException(
                        "The question (" + id + ") must be in the questionnaire and one that may be not applicable.");
            }
        }
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("The rule must excuse at least one question.");
        }
        return new Action.Excuse(questions);
    }

    private Parameter parameter(String text) {
        Parameter parameter = parameters.get(text.substring(1));
        if (parameter == null) {
            throw new IllegalArgumentException("The parameter (" + text + ") must be defined in a parameters file."
                    + (parameters.isEmpty() ? "" : "\nMaybe one of $" + String.join(", $", parameters.keySet()) + "."));
        }
        return parameter;
    }
}
