package io.redoubt.fuzz;

import io.redoubt.shared.RandomFixture;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parameters of every unit, each with one to three dates, some of them still to come.
 *
 * @param units by id
 */
record BenignParameters(Map<String, String> units, String text) {
    static BenignParameters some(RandomFixture random) {
        Map<String, String> units = new TreeMap<>(Map.of("few", "points", "limit", "days"));
        if (random.chance(50)) {
            units.put("window", "hours");
        }
        if (random.chance(50)) {
            units.put("share", "%");
        }
        StringBuilder text = new StringBuilder("# dated values; eval( is a word like any other\n");
        units.forEach((id, unit) -> {
            text.append("- id: %s\n  title: \"The %s: 'so' & \\\"so\\\"\"\n  unit: \"%s\"\n".formatted(id, id, unit));
            text.append("  lastKnownValidOn: \"2026-01-01\"\n  values:\n");
            int dates = random.between(1, 3);
            for (int i = 0; i < dates; i++) {
                text.append("    - { from: \"%d-0%d-01\", value: %d%s, citation: law } # since then\n"
                        .formatted(2024 + i, i + 1, random.between(1, 40), random.either("", ".5", ".000001")));
            }
        });
        return new BenignParameters(units, text.toString());
    }
}
