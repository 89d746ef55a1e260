package io.redoubt.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a rating says other than the latest one before it.
 *
 * @param worse whether it stands behind that: disqualified behind unrated behind rated, and rated ones by their risk
 * @param lost classes of work, as {@code SENSITIVITY/ACTIVITY}, that were cleared before and are no more
 */
public record Moved(String badgeBefore, String badgeAfter, boolean worse, List<String> lost) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Compares two outcomes, each as JSON. */
    static Moved between(String outcomeBefore, String outcomeAfter, boolean worse) {
        JsonNode before = read(outcomeBefore);
        JsonNode after = read(outcomeAfter);
        return new Moved(
                before.path("badge").asText(),
                after.path("badge").asText(),
                worse,
                cleared(before)
                        .filter(workClass -> !isCleared(after, workClass))
                        .toList());
    }

    private static JsonNode read(String outcome) {
        try {
            return JSON.readTree(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept outcome must be readable.", e);
        }
    }

    private static Stream<String> cleared(JsonNode outcome) {
        return outcome.path("clearances").properties().stream()
                .map(Map.Entry::getKey)
                .filter(workClass -> isCleared(outcome, workClass));
    }

    private static boolean isCleared(JsonNode outcome, String workClass) {
        return outcome.path("clearances")
                .path(workClass)
                .path("status")
                .asText()
                .equals("CLEARED");
    }
}
