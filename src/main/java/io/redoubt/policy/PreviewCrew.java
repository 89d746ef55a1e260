package io.redoubt.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.scoring.Firings;
import io.redoubt.scoring.ImpactPreview;
import io.redoubt.scoring.files.FactsException;
import io.redoubt.scoring.files.ImpactJson;
import io.redoubt.scoring.files.SupplierFactsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Rates chunks of suppliers on all cores, a few ahead of who asks; answers in the order in which they came. */
final class PreviewCrew implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AHEAD = 2;

    private final Methodology before;
    private final Methodology after;
    private final LocalDate day;
    private final ImpactPreview preview;
    private final int cores = Runtime.getRuntime().availableProcessors();
    private final ExecutorService threads = Executors.newFixedThreadPool(cores);
    private final Deque<Future<Chunk>> underWay = new ArrayDeque<>();
    private final Firings firings;
    private ArrayNode finished = JSON.createArrayNode();
    private int judged;

    /** A chunk that is done. */
    private record Chunk(ArrayNode impacts, ImpactPreview.Batch batch) {}

    PreviewCrew(Methodology before, Methodology after, LocalDate day, ImpactPreview preview) {
        this.before = before;
        this.after = after;
        this.day = day;
        this.preview = preview;
        this.firings = preview.noFirings();
    }

    /** Takes a chunk, a JSON array of documents; waits while enough others are under way. */
    void rate(byte[] chunk) {
        while (underWay.size() >= cores + AHEAD) {
            takeFirst();
        }
        underWay.add(threads.submit(() -> work(chunk)));
        while (!underWay.isEmpty() && underWay.getFirst().isDone()) {
            takeFirst();
        }
    }

    private Chunk work(byte[] chunk) throws IOException, FactsException {
        SupplierFactsReader reader = new SupplierFactsReader(before.catalogue());
        boolean alike = before.data().equals(after.data());
        List<SupplierFacts> now = new ArrayList<>();
        List<SupplierFacts> then = new ArrayList<>();
        for (JsonNode document : JSON.readTree(chunk)) {
            SupplierFacts facts = reader.read(document);
            now.add(before.complete(facts, day));
            if (!alike) {
                then.add(after.complete(facts, day));
            }
        }
        ImpactPreview.Batch batch = preview.of(now, alike ? now : then);
        ArrayNode impacts = JSON.createArrayNode();
        batch.impacts().forEach(impact -> impacts.add(ImpactJson.write(impact)));
        return new Chunk(impacts, batch);
    }

    private void takeFirst() {
        try {
            Chunk chunk = underWay.removeFirst().get();
            finished.addAll(chunk.impacts());
            judged += chunk.batch().judged();
            firings.add(chunk.batch().firings());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The preview was interrupted.", e);
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException("A chunk could not be rated.", e.getCause()));
        }
    }

    void await() {
        while (!underWay.isEmpty()) {
            takeFirst();
        }
    }

    /** The impacts that are known since this was asked last. */
    ArrayNode finished() {
        ArrayNode taken = finished;
        finished = JSON.createArrayNode();
        return taken;
    }

    int judged() {
        return judged;
    }

    Firings firings() {
        return firings;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
