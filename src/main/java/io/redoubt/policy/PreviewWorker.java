package io.redoubt.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.Scenario;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.scoring.Firings;
import io.redoubt.scoring.ImpactPreview;
import io.redoubt.scoring.ImpactPreview.Side;
import io.redoubt.scoring.drools.DroolsEvaluator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Previews drafts. After the request come chunks of supplier documents, each answered by the impacts known by then; an
 * empty one ends the preview and is answered by what all of them came to. Chunks are rated side by side while their sender
 * fetches the next.
 */
final class PreviewWorker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private final KeptBase base;

    PreviewWorker(KeptBase base) {
        this.base = base;
    }

    /**
     * What is compared.
     *
     * @param draft what was written, by the one subject that it is of
     * @param base everything in force
     * @param earliest first day on which the draft could be in force, as ISO 8601
     * @param asOf day to rate for; null for the day on which most of what the draft changes counts
     */
    record Request(
            Map<Subject, PackFiles> draft,
            Map<Subject, PackFiles> base,
            String earliest,
            @Nullable String asOf) {}

    /**
     * How a preview begins.
     *
     * @param problem why it can't; empty where it can
     * @param selective whether only those are judged on whose facts a changed rule acts otherwise
     */
    record Started(String problem, String asOf, int changedRules, boolean selective) {}

    /** Both packs, and the suppliers rated under them. */
    private record Comparison(Methodology before, Methodology after, EffectivePack pack, ImpactPreview preview) {
        Started started() {
            return new Started("", pack.day().toString(), preview.changedRules(), preview.isSelective());
        }
    }

    /** Answers until the preview is over. */
    void serve(Request request, Messages service) throws IOException {
        Comparison comparison;
        try {
            comparison = compare(request);
        } catch (PackException e) {
            service.send(JSON.writeValueAsBytes(new Started(String.valueOf(e.getMessage()), "", 0, false)));
            return;
        }
        service.send(JSON.writeValueAsBytes(comparison.started()));
        rate(comparison, service);
    }

    /** Rates the worked examples again and again, as long as nobody waits, and a few seconds at most. */
    static void warmUp(Methodology known, BooleanSupplier idle) throws PackException {
        LocalDate day = known.pack().header().effectiveFrom();
        Side side = new Side(known.pack().on(day), known.catalogue());
        byte[] examples = known.pack().scenarios().stream()
                .map(Scenario::facts)
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
        long end = System.nanoTime() + WARM_UP.toNanos();
        try (PreviewCrew crew =
                new PreviewCrew(known, known, day, new ImpactPreview(side, side, DroolsEvaluator::new))) {
            while (idle.getAsBoolean() && System.nanoTime() < end) {
                crew.rate(examples);
                crew.finished();
            }
        }
    }

    private static void rate(Comparison comparison, Messages service) throws IOException {
        try (PreviewCrew crew = new PreviewCrew(
                comparison.before(), comparison.after(), comparison.pack().day(), comparison.preview())) {
            for (byte[] chunk = service.next(); chunk.length > 0; chunk = service.next()) {
                crew.rate(chunk);
                service.send(JSON.writeValueAsBytes(crew.finished()));
            }
            crew.await();
            ObjectNode end = JSON.createObjectNode().put("judged", crew.judged());
            end.set("impacts", crew.finished());
            end.set("rules", rules(comparison.pack(), crew.firings()));
            service.send(JSON.writeValueAsBytes(end));
        }
    }

    private Comparison compare(Request request) throws PackException {
        Methodology before = base.of(request.base());
        Methodology after = before.with(request.draft());
        LocalDate earliest = LocalDate.parse(request.earliest());
        LocalDate day = request.asOf() == null
                ? DatedValues.whenMostCounts(before, after, earliest)
                : LocalDate.parse(request.asOf());
        EffectivePack pack = after.pack().on(day);
        return new Comparison(
                before,
                after,
                pack,
                new ImpactPreview(
                        new Side(before.pack().on(day), before.catalogue()),
                        new Side(pack, after.catalogue()),
                        DroolsEvaluator::new));
    }

    private static ArrayNode rules(EffectivePack pack, Firings firings) {
        ArrayNode rules = JSON.createArrayNode();
        for (int i = 0; i < pack.rules().size(); i++) {
            rules.addObject()
                    .put("rule", pack.rules().get(i).id())
                    .put("fires", firings.fired(i))
                    .put("mayFire", firings.open(i));
        }
        return rules;
    }
}
