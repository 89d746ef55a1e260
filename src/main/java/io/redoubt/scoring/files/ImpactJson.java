package io.redoubt.scoring.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.redoubt.scoring.Clearance;
import io.redoubt.scoring.Ends;
import io.redoubt.scoring.Impact;
import io.redoubt.scoring.Impact.Standing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Writes what another methodology does to a supplier; of clearances and engagements only those that differ. */
public final class ImpactJson {
    private ImpactJson() {}

    public static ObjectNode write(Impact impact) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("supplier", impact.supplier())
                .put("badgeChanges", impact.changesBadge())
                .put("clearanceChanges", impact.changesClearance())
                .put("movedBy", impact.movedBy());
        node.set("before", standing(impact.before()));
        node.set("after", standing(impact.after()));
        Function<Clearance.Status, JsonNode> status = one -> TextNode.valueOf(one.name());
        differing(
                node.putArray("clearances"),
                "work",
                impact.before().clearances(),
                impact.after().clearances(),
                status);
        differing(
                node.putArray("engagements"),
                "id",
                impact.before().engagements(),
                impact.after().engagements(),
                status);
        differing(
                node.putArray("barredBy"),
                "work",
                impact.before().barredBy(),
                impact.after().barredBy(),
                ImpactJson::texts);
        differing(
                node.putArray("residual"),
                "id",
                impact.before().residual(),
                impact.after().residual(),
                ImpactJson::ends);
        impact.engagementsLost().forEach(node.putArray("engagementsLost")::add);
        ArrayNode moved = node.putArray("moved");
        for (Impact.Moved one : impact.moved()) {
            ObjectNode written = moved.addObject().put("domain", one.domain()).put("fact", one.fact());
            written.set("before", ends(one.before()));
            written.set("after", ends(one.after()));
            one.rules().forEach(written.putArray("rules")::add);
        }
        return node;
    }

    private static ObjectNode ends(Ends ends) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("worst", ends.worst().toString())
                .put("best", ends.best().toString());
    }

    private static ObjectNode standing(Standing standing) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("badge", standing.badge())
                .put("worst", standing.worst())
                .put("best", standing.best())
                .put("coverage", standing.coverage().toString());
        node.set("control", headlines(standing.control()));
        node.set("location", headlines(standing.location()));
        if (!standing.reasons().isEmpty()) {
            standing.reasons().forEach(node.putArray("reasons")::add);
        }
        return node;
    }

    private static ObjectNode headlines(List<Integer> ends) {
        return JsonNodeFactory.instance.objectNode().put("worst", ends.get(1)).put("best", ends.get(0));
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static <T, V> void differing(
            ArrayNode to, String name, SortedMap<T, V> before, SortedMap<T, V> after, Function<V, JsonNode> written) {
        TreeSet<T> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        for (T one : all) {
            V was = before.get(one);
            V is = after.get(one);
            if (!Objects.equals(was, is)) {
                ObjectNode changed = to.addObject().put(name, String.valueOf(one));
                Optional.ofNullable(was).map(written).ifPresent(value -> changed.set("before", value));
                Optional.ofNullable(is).map(written).ifPresent(value -> changed.set("after", value));
            }
        }
    }
}
