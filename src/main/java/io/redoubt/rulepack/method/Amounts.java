package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Operand;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operand.ParameterRef;
import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.Parameter.DatedValue;
import io.redoubt.shared.Micros;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers with their units. A parameter is told by its value of the day, and in brackets by its name and the values of
 * its other dates, so that nobody takes a number for a fixed one.
 *
 * @param parameters by id
 */
record Amounts(Map<String, Parameter> parameters, LocalDate day, Audience audience) {
    /** @param unit of a literal; a parameter has its own */
    Prose of(Operand operand, String unit) {
        if (operand instanceof Literal literal) {
            return Prose.of(withUnit(literal.value(), unit));
        }
        ParameterRef ref = (ParameterRef) operand;
        return parameter(ref)
                .map(this::of)
                .orElseGet(() -> Prose.of("the parameter ").then(Prose.code(ref.id())));
    }

    private Prose of(Parameter parameter) {
        Optional<Long> today = parameter.on(day);
        Prose value =
                Prose.of(today.map(micros -> withUnit(micros, parameter.unit())).orElse("a value that is not set yet"));
        List<Prose> said = new ArrayList<>();
        if (audience == Audience.INTERNAL) {
            said.add(Prose.of("parameter ").then(Prose.link(Anchor.parameter(parameter.id()), parameter.id())));
        }
        List<DatedValue> values = parameter.values();
        for (int i = 0; i < values.size(); i++) {
            DatedValue other = values.get(i);
            if (!inForce(parameter).equals(Optional.of(other))) {
                boolean past = !other.from().isAfter(day);
                said.add(Prose.of(withUnit(other.value(), parameter.unit()) + " from " + other.from()
                        + (past ? " until " + values.get(i + 1).from() : "")));
            }
        }
        return said.isEmpty()
                ? value
                : value.then(" (").then(Prose.joined(said, "; ")).then(")");
    }

    /** The value of the day with its date. */
    Optional<DatedValue> inForce(Parameter parameter) {
        return parameter.values().stream()
                .filter(value -> !value.from().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    Optional<Parameter> parameter(ParameterRef ref) {
        return Optional.ofNullable(parameters.get(ref.id()));
    }

    /** All values that an operand can have, whatever the day. */
    List<Long> values(Operand operand) {
        return operand instanceof Literal literal
                ? List.of(literal.value())
                : parameter((ParameterRef) operand).stream()
                        .flatMap(parameter -> parameter.values().stream())
                        .map(DatedValue::value)
                        .toList();
    }

    static String withUnit(long micros, String unit) {
        String amount = Micros.format(micros);
        return unit.isEmpty() ? amount : amount + " " + Nouns.unit(unit, amount);
    }
}
