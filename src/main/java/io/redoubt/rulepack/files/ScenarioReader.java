package io.redoubt.rulepack.files;

import io.redoubt.files.Problems;
import io.redoubt.files.Scalar;
import io.redoubt.files.YamlMap;
import io.redoubt.files.YamlNode;
import io.redoubt.rulepack.Scenario;
import io.redoubt.rulepack.Scenario.Expected;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code scenarios/**.yaml}. The facts stay text: whoever runs the scenario reads them like any supplier's. */
final class ScenarioReader {
    private ScenarioReader() {}

    static List<Scenario> read(PackFiles files, Problems problems) {
        List<Scenario> scenarios = new ArrayList<>();
        for (String file : files.below("scenarios/")) {
            for (YamlNode node :
                    YamlNode.of(file, files.text(file, problems), problems).items()) {
                scenarios.add(scenario(node.map("name", "asOf", "facts", "expect"), problems));
            }
        }
        return scenarios;
    }

    private static Scenario scenario(YamlMap map, Problems problems) {
        YamlMap expect = map.map("expect", "fires", "open", "silent", "overall", "band", "barred");
        Expected expected = new Expected(
                texts(expect, "fires"),
                texts(expect, "open"),
                texts(expect, "silent"),
                expect.optionalList("overall").stream()
                        .map(node -> node.scalar().integer().orElse(0))
                        .toList(),
                expect.optionalText("band").orElse(""),
                ManifestReader.workClasses(expect.optionalList("barred"), problems));
        return new Scenario(
                map.text("name"), map.date("asOf"), map.get("facts").json().toString(), expected, map.place());
    }

    private static List<String> texts(YamlMap map, String key) {
        return map.optionalList(key).stream()
                .map(YamlNode::scalar)
                .map(Scalar::raw)
                .toList();
    }
}
