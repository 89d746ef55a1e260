package io.redoubt.scoring.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.scoring.Clearance;
import io.redoubt.scoring.Ends;
import io.redoubt.scoring.Impact;
import io.redoubt.scoring.Impact.Standing;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/** Writes what another methodology does to a supplier; of clearances only those that differ. */
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
        clearances(
                node.putArray("clearances"),
                "work",
                impact.before().clearances(),
                impact.after().clearances());
        clearances(
                node.putArray("engagements"),
                "id",
                impact.before().engagements(),
                impact.after().engagements());
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
        if (!standing.reasons().isEmpty()) {
            standing.reasons().forEach(node.putArray("reasons")::add);
        }
        return node;
    }

    private static <T> void clearances(
            ArrayNode to, String name, SortedMap<T, Clearance.Status> before, SortedMap<T, Clearance.Status> after) {
        TreeSet<T> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        for (T one : all) {
            if (before.get(one) != after.get(one)) {
                ObjectNode changed = to.addObject().put(name, String.valueOf(one));
                put(changed, "before", before, one);
                put(changed, "after", after, one);
            }
        }
    }

    private static <T> void put(ObjectNode to, String name, Map<T, Clearance.Status> statuses, T one) {
        Clearance.Status status = statuses.get(one);
        if (status != null) {
            to.put(name, status.name());
        }
    }
}
