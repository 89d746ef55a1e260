package io.redoubt.bench;

import io.redoubt.rulepack.files.PackFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The texts of a pack that has grown: to the shipped rules come a table of rules about findings and, for each of its
 * rows, a scenario in which it fires and one in which it just does not.
 */
final class GrownPack {
    private static final String TABLE = "tables/grown.csv";
    private static final int RULES_IN_A_FILE = 20;
    private static final long SEED = 20_261_123L;

    private final PackFiles shipped;
    private final List<FindingExample> examples;

    /** @param more how many rules are added */
    GrownPack(PackFiles shipped, int more) {
        Random random = new Random(SEED);
        this.shipped = shipped;
        this.examples = IntStream.range(0, more)
                .mapToObj(i -> new FindingExample(i, FindingRule.random(random)))
                .toList();
    }

    /** One version of the pack; no two of them have the same text. */
    PackFiles version(int number) {
        SortedMap<String, String> texts = new TreeMap<>(shipped.texts());
        String version = "1.1." + number;
        texts.computeIfPresent(
                "pack.yaml",
                (path, text) -> text.replaceFirst("version: .*", "version: \"" + version + "\"")
                        .replaceFirst("(?m)^tables:$", examples.isEmpty() ? "tables:" : declared()));
        texts.merge("CHANGELOG.md", "\n## " + version + "\n\nA version to be measured.\n", String::concat);
        if (!examples.isEmpty()) {
            texts.put(TABLE, table());
        }
        for (int from = 0; from < examples.size(); from += RULES_IN_A_FILE) {
            texts.put(
                    String.format(Locale.ROOT, "scenarios/grown/part-%03d.yaml", from / RULES_IN_A_FILE),
                    scenarios(examples.subList(from, Math.min(examples.size(), from + RULES_IN_A_FILE))));
        }
        return new PackFiles(texts);
    }

    private static String declared() {
        return "tables:\n  - { file: " + TABLE
                + ", subject: Finding, policy: ALL, description: \"Findings overdue.\" }";
    }

    private String table() {
        List<String> lines = new ArrayList<>(List.of(FindingExample.header()));
        examples.forEach(example -> lines.add(example.row()));
        return String.join("\n", lines) + "\n";
    }

    private static String scenarios(List<FindingExample> examples) {
        StringBuilder text = new StringBuilder();
        examples.forEach(
                example -> text.append(example.scenario(true)).append('\n').append(example.scenario(false)));
        return text.toString();
    }
}
