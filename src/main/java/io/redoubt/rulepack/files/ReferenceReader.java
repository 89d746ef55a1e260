package io.redoubt.rulepack.files;

import io.redoubt.files.Problems;
import io.redoubt.files.YamlMap;
import io.redoubt.files.YamlNode;
import io.redoubt.rulepack.Citation;
import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.Parameter.DatedValue;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what rules refer to: {@code citations.yaml} and {@code parameters/*.yaml}. */
final class ReferenceReader {
    private ReferenceReader() {}

    static List<Citation> citations(PackFiles files, Problems problems) {
        String file = "citations.yaml";
        List<Citation> citations = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlNode node :
                YamlNode.of(file, files.text(file, problems), problems).items()) {
            citations.add(citation(node.map("id", "title", "section", "publisher", "date", "retrieved")));
            String id = citations.get(citations.size() - 1).id();
            if (!seen.add(id)) {
                problems.add(node.place(), "The citation (" + Problems.shown(id) + ") must be defined once.");
            }
        }
        return citations;
    }

    private static Citation citation(YamlMap map) {
        return new Citation(
                map.text("id"),
                map.text("title"),
                map.optionalText("section").orElse(""),
                map.text("publisher"),
                map.text("date"),
                map.date("retrieved"));
    }

    /** @param places filled with where each parameter begins, by id; of two with one id the second's */
    static List<Parameter> parameters(PackFiles files, Map<String, Place> places, Problems problems) {
        List<Parameter> parameters = new ArrayList<>();
        for (String file : files.below("parameters/")) {
            for (YamlNode node :
                    YamlNode.of(file, files.text(file, problems), problems).items()) {
                parameters.add(parameter(node.map("id", "title", "unit", "lastKnownValidOn", "values"), problems));
                places.put(parameters.get(parameters.size() - 1).id(), node.place());
            }
        }
        return parameters;
    }

    private static Parameter parameter(YamlMap map, Problems problems) {
        List<DatedValue> values = new ArrayList<>();
        for (YamlNode node : map.list("values")) {
            YamlMap value = node.map("from", "value", "citation");
            DatedValue dated = new DatedValue(value.date("from"), micros(value, problems), value.text("citation"));
            if (!values.isEmpty()
                    && !dated.from().isAfter(values.get(values.size() - 1).from())) {
                problems.add(value.place("from"), "The start (" + dated.from() + ") must lie after the one before it.");
            }
            values.add(dated);
        }
        if (values.isEmpty() && map.has("values")) {
            problems.add(map.place("values"), "The parameter must have at least one dated value.");
        }
        return new Parameter(map.text("id"), map.text("title"), map.text("unit"), values, map.date("lastKnownValidOn"));
    }

    private static long micros(YamlMap value, Problems problems) {
        try {
            return Micros.parse(value.decimal("value"));
        } catch (NumberFormatException e) {
            problems.add(value.place("value"), String.valueOf(e.getMessage()));
            return 0;
        }
    }
}
