package io.redoubt.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.redoubt.policy.PreviewProcess.Refused;
import io.redoubt.rulepack.files.PackFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A preview without a service: two packs and the demo portfolio go to a process, and what differs comes back. */
class PreviewProcessTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIMITS = "parameters/limits.yaml";

    private final Workers workers = new Workers("data", "rules/baseline", 60, 512);
    private SortedMap<String, String> base;
    private SortedMap<String, String> draft;
    private String demo;

    @BeforeEach
    void read() throws Exception {
        base = PackFiles.of(Path.of("rules/baseline")).texts();
        draft = new TreeMap<>(base);
        demo = JSON.readTree(Files.readString(Path.of("data/demo/suppliers.json")))
                .path("suppliers")
                .toString();
    }

    @AfterEach
    void stop() {
        workers.stop();
    }

    private PreviewProcess begin(Workers with) {
        return new PreviewProcess(
                JSON,
                with,
                UUID.randomUUID(),
                new PreviewWorker.Request(
                        Map.of(Subject.RULES, new PackFiles(draft)),
                        Map.of(Subject.RULES, new PackFiles(base)),
                        "2026-11-28",
                        null));
    }

    @Test
    void a_stricter_limit_judges_and_tells_of_those_whom_it_touches() throws Exception {
        // Given
        draft.computeIfPresent(LIMITS, (path, text) -> text.replaceFirst("value: 7, cit", "value: 1, cit"));

        // When
        JsonNode end;
        try (PreviewProcess process = begin(workers)) {
            ArrayNode first = process.rate(demo);
            end = process.end();
            ((ArrayNode) end.path("impacts")).addAll(first);
            assertThat(process.started().selective()).isTrue();
            assertThat(process.started().changedRules()).isPositive().isEven();
        }

        // Then
        WorkerProcess again = workers.take();
        assertThat(again.isAlive()).as("it waits for the next work").isTrue();
        again.close();
        assertThat(end.path("judged").asInt()).isBetween(1, JSON.readTree(demo).size() - 1);
        assertThat(end.path("impacts")).isNotEmpty();
        assertThat(end.path("impacts"))
                .allSatisfy(
                        impact -> assertThat(impact.path("moved").toString()).containsAnyOf("FRM-12", "VUL-01"));
    }

    @Test
    void a_limit_of_time_ends_a_preview_in_words() {
        // When, Then
        assertThatThrownBy(() -> begin(new Workers("data", "rules/baseline", 0, 512)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("more than 0 seconds");
    }
}
