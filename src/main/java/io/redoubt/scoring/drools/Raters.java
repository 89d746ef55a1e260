package io.redoubt.scoring.drools;

import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.RulePack;
import io.redoubt.scoring.Rater;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands out raters for packs and days. Building a network costs milliseconds, putting a pack's values of a day in their
 * places nearly as much, and the same are asked for again and again: so the latest networks and raters are kept. Days
 * between which no value of the pack changes share a rater, and days with the same rules a network.
 */
public final class Raters {
    private static final int KEPT = 16;

    private final FactCatalogue catalogue;
    private final Map<String, DroolsEvaluator> networks = new Latest<>();
    /** By the day since which values are the same: of the pack that was asked for last. */
    private final Map<LocalDate, Rater> raters = new Latest<>();

    public Raters(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Loads Drools' classes, which takes a good part of a second, while somebody else still reads files. */
    public static void warmUp() {
        new DroolsEvaluator(List.of()).evaluate(List.of());
    }

    /** @throws PackException if the pack can't rate for that day */
    public synchronized Rater rater(RulePack pack, LocalDate day) throws PackException {
        LocalDate since = pack.unchangedSince(day);
        Rater kept = raters.get(since);
        if (kept == null || !kept.pack().pack().equals(pack)) {
            EffectivePack effective = pack.on(day);
            DroolsEvaluator network =
                    networks.computeIfAbsent(effective.rulesHash(), hash -> new DroolsEvaluator(effective.rules()));
            kept = new Rater(effective, catalogue, network);
            raters.put(since, kept);
        }
        return kept.pack().day().equals(day) ? kept : kept.on(day);
    }

    /** The entries used last. */
    private static final class Latest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        Latest() {
            super(KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > KEPT;
        }
    }
}
