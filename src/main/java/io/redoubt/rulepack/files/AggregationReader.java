package io.redoubt.rulepack.files;

import io.redoubt.files.Problems;
import io.redoubt.files.YamlMap;
import io.redoubt.rulepack.Against;
import io.redoubt.rulepack.Aggregation;
import io.redoubt.rulepack.Aggregation.Baseline;
import io.redoubt.rulepack.Aggregation.DomainKind;
import io.redoubt.rulepack.Aggregation.FigureKind;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.ReasonCodes;
import io.redoubt.rulepack.Scale;
import io.redoubt.rulepack.Scale.RiskEnd;
import io.redoubt.shared.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code aggregation} of {@code pack.yaml}; what it leaves out is as usual. */
record AggregationReader(Problems problems) {
    private static final int MOST_REASONS = 20;

    Aggregation read(YamlMap root) {
        Optional<YamlMap> declared =
                root.optional("aggregation").map(node -> node.map("domains", "figure", "scale", "reasons"));
        if (declared.isEmpty()) {
            return Aggregation.USUAL;
        }
        YamlMap map = declared.get();
        Scale scale = map.has("scale") ? scale(map.map("scale", "from", "to", "risk")) : Scale.RISK;
        return new Aggregation(
                choice(map, "domains", DomainKind.SUM),
                choice(map, "figure", FigureKind.WEIGHTED_MEAN),
                scale,
                map.has("reasons")
                        ? reasons(map.map("reasons", "top", "against", "baselines"), scale)
                        : ReasonCodes.NONE);
    }

    private Scale scale(YamlMap map) {
        int from = map.integer("from");
        int to = map.integer("to");
        if (from >= to || Math.max(Math.abs((long) from), Math.abs((long) to)) > Scale.FARTHEST) {
            problems.add(
                    map.place("to"),
                    "The scale (" + from + " to " + to + ") must rise and lie within " + -Scale.FARTHEST + " and "
                            + Scale.FARTHEST + ".");
            return Scale.RISK;
        }
        return new Scale(from, to, choice(map, "risk", RiskEnd.HIGH));
    }

    private ReasonCodes reasons(YamlMap map, Scale scale) {
        int top = map.integer("top");
        if (top < 1 || top > MOST_REASONS) {
            problems.add(map.place("top"), "The number of reasons (" + top + ") must lie between 1 and 20.");
        }
        Against against = choice(map, "against", Against.BEST);
        List<Baseline> baselines = new ArrayList<>();
        if (against == Against.BASELINE) {
            YamlMap scores = map.get("baselines").openMap();
            scores.keys().forEach(table -> baselines.add(baseline(scores, table, scale)));
        } else if (map.has("baselines")) {
            problems.add(
                    map.place("baselines"),
                    "The baselines must stand only where reasons are ranked against BASELINE.\nMaybe remove them.");
        }
        return new ReasonCodes(top, against, baselines);
    }

    private Baseline baseline(YamlMap scores, String table, Scale scale) {
        String text = scores.decimal(table);
        try {
            Points score = Points.parse(text);
            if (Math.abs(score.micros()) > Points.whole(scale.farthest()).micros()) {
                throw new IllegalArgumentException("The baseline score (" + text + ") of " + table
                        + " must lie between " + -scale.farthest() + " and " + scale.farthest() + ".");
            }
            return new Baseline(table, new Literal(score.micros()));
        } catch (IllegalArgumentException e) {
            problems.add(scores.place(table), String.valueOf(e.getMessage()));
            return new Baseline(table, new Literal(0));
        }
    }

    /** One of an enum's names; the usual one where the key is missing. */
    private <E extends Enum<E>> E choice(YamlMap map, String key, E usual) {
        Optional<String> text = map.optionalText(key);
        E[] known = usual.getDeclaringClass().getEnumConstants();
        Optional<E> found = text.flatMap(t ->
                Arrays.stream(known).filter(value -> value.name().equals(t)).findFirst());
        if (text.isPresent() && found.isEmpty()) {
            problems.add(
                    map.place(key),
                    "The " + key + " (" + Problems.shown(text.get()) + ") must be one of " + Arrays.toString(known)
                            + ".");
        }
        return found.orElse(usual);
    }
}
