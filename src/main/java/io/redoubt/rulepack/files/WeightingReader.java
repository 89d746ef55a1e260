package io.redoubt.rulepack.files;

import io.redoubt.files.Problems;
import io.redoubt.files.YamlMap;
import io.redoubt.rulepack.Aggregation;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.Weighting;
import io.redoubt.rulepack.Weighting.WeightSet;
import io.redoubt.shared.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the sections {@code weights} and {@code sensitivity} of {@code pack.yaml}. A set must name every control domain
 * once: a forgotten one would silently count for nothing.
 */
record WeightingReader(Aggregation aggregation, List<Domain> control, Problems problems) {
    Weighting read(YamlMap root) {
        if (aggregation.isSum()) {
            Stream.of("weights", "sensitivity")
                    .filter(root::has)
                    .forEach(key -> problems.add(
                            root.place(key),
                            "The section (" + key + ") must be left out where the figure is a sum, which has no"
                                    + " weights."));
            return new Weighting(List.of(), Weighting.USUAL_SEED, 0);
        }
        List<WeightSet> sets = root.optionalList("weights").stream()
                .map(node -> node.map("id", "title", "rationale", "citation", "domains"))
                .map(this::set)
                .toList();
        if (!root.has("sensitivity")) {
            return new Weighting(sets, Weighting.USUAL_SEED, Weighting.USUAL_SAMPLES);
        }
        YamlMap map = root.map("sensitivity", "seed", "samples");
        int samples = map.integer("samples");
        if (samples < 0 || samples > Weighting.MOST_SAMPLES) {
            problems.add(
                    map.place("samples"),
                    "The samples (" + samples + ") must lie between 0 and " + Weighting.MOST_SAMPLES + ".");
        }
        return new Weighting(sets, map.integer("seed"), samples);
    }

    private WeightSet set(YamlMap map) {
        return new WeightSet(
                map.text("id"),
                map.text("title"),
                map.text("rationale"),
                map.text("citation"),
                shares(map.get("domains").openMap(), map));
    }

    private List<Share> shares(YamlMap weights, YamlMap set) {
        List<String> ids = control.stream().map(Domain::id).toList();
        weights.allow(Set.copyOf(ids));
        List<Long> found = new ArrayList<>();
        for (String id : ids) {
            long weight = weights.integer(id);
            if (weights.has(id) && weight <= 0) {
                problems.add(
                        weights.place(id),
                        "The weight (" + weight + ") of " + id + " in the set (" + set.text("id")
                                + ") must be positive.");
            }
            found.add(Math.max(1, weight));
        }
        return found.isEmpty() ? List.of() : Share.distribute(found);
    }
}
