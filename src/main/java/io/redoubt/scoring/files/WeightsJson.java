package io.redoubt.scoring.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.scoring.Alternative;
import io.redoubt.scoring.BandChanges;
import io.redoubt.scoring.RatingDetail;
import io.redoubt.scoring.Sensitivity;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes what domains come to, which left, the reasons of a scorecard, and how much hangs on the weights. */
public final class WeightsJson {
    private WeightsJson() {}

    static ObjectNode write(RatingDetail detail) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode domains = node.putArray("domains");
        detail.domains()
                .forEach(domain -> domains.addObject()
                        .put("id", domain.domain())
                        .put("weight", domain.weight().toString())
                        .put("best", domain.best().toString())
                        .put("worst", domain.worst().toString()));
        ArrayNode left = node.putArray("notApplicableDomains");
        detail.left().forEach(left::add);
        ArrayNode reasons = node.putArray("reasonCodes");
        detail.reasons()
                .forEach(reason -> reasons.addObject()
                        .put("code", reason.code())
                        .put("table", reason.table())
                        .put("fact", reason.fact())
                        .put("points", reason.points().toString())
                        .put("difference", reason.difference().toString()));
        ObjectNode weights = node.putObject("weights");
        detail.alternatives().forEach(alternative -> weights.set(alternative.weights(), alternative(alternative)));
        detail.sensitivity().ifPresent(result -> node.set("sensitivity", sensitivity(result)));
        return node;
    }

    private static ObjectNode alternative(Alternative alternative) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("badge", alternative.badge())
                .put("best", alternative.overall().best().headline())
                .put("worst", alternative.overall().worst().headline())
                .put("exactBest", alternative.overall().best().exact().toString())
                .put("exactWorst", alternative.overall().worst().exact().toString());
    }

    private static ObjectNode sensitivity(Sensitivity.Result result) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("seed", result.seed())
                .put("samples", result.samples())
                .put("changed", result.changed())
                .put("share", result.share().toString());
        ObjectNode bands = node.putObject("bands");
        result.bands().forEach(bands::put);
        return node;
    }

    /** How many bands of a portfolio hang on the weights. */
    public static ObjectNode write(BandChanges changes) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("seed", changes.seed())
                .put("samples", changes.samples())
                .put("rated", changes.rated())
                .put("changing", changes.changing())
                .put("changes", changes.changes())
                .put("average", changes.average());
        ObjectNode sets = node.putObject("underWeights");
        changes.underWeights().forEach(sets::put);
        return node;
    }

    /** What {@link #write(BandChanges)} wrote. */
    public static BandChanges bandChanges(JsonNode node) {
        SortedMap<String, Integer> sets = new TreeMap<>();
        node.path("underWeights")
                .properties()
                .forEach(set -> sets.put(set.getKey(), set.getValue().intValue()));
        return new BandChanges(
                node.path("seed").longValue(),
                node.path("samples").intValue(),
                node.path("rated").intValue(),
                node.path("changing").intValue(),
                node.path("changes").longValue(),
                sets);
    }
}
