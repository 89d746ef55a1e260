package io.redoubt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * Previews drafts over a stored portfolio and prints how long that takes from the request to the last supplier: once for
 * a draft that changes a condition, which touches few, and once for one that changes the weights, which touches all.
 */
public final class PreviewedPortfolio {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SUPPLIERS = 10_000;
    private static final int SHORT_SUPPLIERS = 600;
    private static final int FACTS = 100;
    private static final String AUTHOR = "leo.legal";
    /** So long an author writes before he first looks. */
    private static final Duration WRITING = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ServedPortfolio service;
    private final int suppliers;

    private PreviewedPortfolio(ServedPortfolio service, int suppliers) {
        this.service = service;
        this.suppliers = suppliers;
    }

    /** Measures and prints. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (ServedPortfolio service = new ServedPortfolio()) {
            int suppliers = Boolean.getBoolean("bench.short") ? SHORT_SUPPLIERS : SUPPLIERS;
            service.load(suppliers, FACTS);
            new PreviewedPortfolio(service, suppliers).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        String unchecked = draft("Nothing yet");
        Thread.sleep(WRITING.toMillis());
        String first = row("nothing changed, the first", unchecked);
        String limit = draft("Fixes are due sooner");
        edit(
                limit,
                "parameters/patch_latency/values/2026-11-01",
                "{\"value\": \"3\", \"citation\": \"redoubt-policy\"}");
        String weights = draft("Other weights");
        edit(
                weights,
                "parameters/playbook_points/values/2026-11-01",
                "{\"value\": \"9\", \"citation\": \"redoubt-policy\"}");
        System.out.printf(
                Locale.ROOT,
                """
                Preview of a draft over %,d suppliers with %d facts each, from the request to the last supplier;
                the first one %d s after its draft was made and without a check, the others after a check, as authors do:

                | draft | judged under both packs | on whom something differs | seconds | suppliers per second |
                |---|---:|---:|---:|---:|
                %s%s%s%s
                """,
                suppliers,
                FACTS,
                WRITING.toSeconds(),
                first,
                checked("nothing changed", draft("Nothing")),
                checked("a limit in a condition", limit),
                checked("points that everybody is measured by", weights));
    }

    private String draft(String title) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("title", title));
        return JSON.readTree(service.send(AUTHOR, "POST", "pack-drafts", body, 201))
                .path("id")
                .asText();
    }

    private void edit(String draft, String path, String body) throws IOException, InterruptedException {
        service.send(AUTHOR, "PUT", "pack-drafts/" + draft + "/" + path, body, 200);
    }

    private String checked(String title, String draft) throws IOException, InterruptedException {
        service.send(AUTHOR, "POST", "pack-drafts/" + draft + "/check", "", 200);
        return row(title, draft);
    }

    private String row(String title, String draft) throws IOException, InterruptedException {
        long start = System.nanoTime();
        String job = JSON.readTree(service.send(AUTHOR, "POST", "pack-drafts/" + draft + "/previews", "", 202))
                .path("id")
                .asText();
        service.await(AUTHOR, "jobs/" + job, PAUSE);
        double seconds = (System.nanoTime() - start) / 1e9;
        JsonNode impact = JSON.readTree(
                        service.send(AUTHOR, "GET", "pack-drafts/" + draft + "/previews/" + job, "", 200))
                .path("impact");
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %.1f | %,.0f |\n",
                title,
                impact.path("judged").asInt(),
                impact.path("changed").asInt(),
                seconds,
                suppliers / seconds);
    }
}
