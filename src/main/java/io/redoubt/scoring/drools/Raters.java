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
 * Hands out raters for packs and days. Building a network costs milliseconds and the same rules are asked for again
 * and again, so the latest networks are kept; days with the same parameter values share one.
 */
public final class Raters {
    private static final int KEPT = 16;

    private final FactCatalogue catalogue;
    private final Map<String, DroolsEvaluator> networks = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DroolsEvaluator> eldest) {
            return size() > KEPT;
        }
    };

    public Raters(FactCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Loads Drools' classes, which takes a good part of a second, while somebody else still reads files. */
    public static void warmUp() {
        new DroolsEvaluator(List.of()).evaluate(List.of());
    }

    /** @throws PackException if the pack can't rate for that day */
    public Rater rater(RulePack pack, LocalDate day) throws PackException {
        EffectivePack effective = pack.on(day);
        return new Rater(effective, catalogue, evaluator(effective));
    }

    private synchronized DroolsEvaluator evaluator(EffectivePack effective) {
        return networks.computeIfAbsent(effective.rulesHash(), hash -> new DroolsEvaluator(effective.rules()));
    }
}
