package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.method.Block.Heading;
import io.redoubt.rulepack.method.Block.Paragraph;
import io.redoubt.rulepack.method.Block.Row;
import io.redoubt.rulepack.method.Block.Table;
import java.util.ArrayList;
import java.util.List;

/** The dated numbers that rules read, each value with its source. */
record ParameterChapter(Telling telling) {
    void add(List<Block> blocks) {
        if (telling.pack().parameters().isEmpty()) {
            return;
        }
        blocks.add(new Heading(2, Anchor.section("parameters"), Prose.of("Parameters by date")));
        blocks.add(
                new Paragraph(Prose.of("A value holds from its day until the next one begins. “Last looked at” tells a"
                        + " value that still stands from one that nobody has looked at.")));
        blocks.add(new Table(
                "Parameters",
                List.of("Parameter", "What it is", "From", "Value", "Source", "Last looked at"),
                telling.pack().parameters().stream()
                        .flatMap(parameter -> rows(parameter).stream())
                        .toList()));
    }

    private List<Row> rows(Parameter parameter) {
        List<Row> rows = new ArrayList<>();
        for (Parameter.DatedValue value : parameter.values()) {
            List<Prose> cells = List.of(
                    Prose.code(parameter.id()),
                    Prose.of(parameter.title()),
                    Prose.of(value.from().toString()),
                    Prose.of(Amounts.withUnit(value.value(), parameter.unit())
                            + (isInForce(parameter, value) ? " (in force)" : "")),
                    telling.cited(value.citation()),
                    Prose.of(parameter.lastKnownValidOn().toString()));
            rows.add(new Row(rows.isEmpty() ? List.of(Anchor.parameter(parameter.id())) : List.of(), cells));
        }
        return rows;
    }

    private boolean isInForce(Parameter parameter, Parameter.DatedValue value) {
        return telling.wording()
                .amounts()
                .inForce(parameter)
                .filter(value::equals)
                .isPresent();
    }
}
