package io.redoubt.scoring;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rates suppliers under the methodology that rates now and under the one that would, for one day.
 *
 * <p>Where both make the same rows of a supplier's facts, the rules of both are evaluated together, each once that both
 * have. Where moreover nothing but conditions of rules differs, and no row has moved where the first hit acts, a supplier on whose facts both find the same is not judged
 * at all: judging sees the findings and what is the same on both sides, and nothing else. Otherwise both judge in full.
 */
public final class ImpactPreview {
    private final Rater before;
    private final Rater after;
    private final Hits hitsBefore;
    private final Hits hitsAfter;
    private final RuleEvaluator evaluatorBefore;
    private final RuleEvaluator evaluatorAfter;
    private final RuleUnion union;
    private final RuleEvaluator evaluator;
    private final boolean together;
    private final boolean judgedAlike;

    /**
     * One of the two.
     *
     * @param catalogue that its facts are read with
     */
    public record Side(EffectivePack pack, FactCatalogue catalogue) {}

    /**
     * What a batch of suppliers came to.
     *
     * @param impacts of those on whom something differs
     * @param judged how many had to be judged
     * @param firings of the rules of the pack after
     */
    public record Batch(List<Impact> impacts, int judged, Firings firings) {}

    /** @param engine makes an evaluator of rules; of those of both sides together, and for what each is compared with */
    public ImpactPreview(Side before, Side after, Function<List<Rule>, RuleEvaluator> engine) {
        EffectivePack from = before.pack().withoutSamples();
        EffectivePack to = after.pack().withoutSamples();
        this.union = new RuleUnion(from, to);
        this.evaluator = engine.apply(union.rules());
        this.evaluatorBefore = engine.apply(from.rules());
        this.evaluatorAfter = engine.apply(to.rules());
        this.before = new Rater(from, before.catalogue(), evaluatorBefore);
        this.after = new Rater(to, after.catalogue(), evaluatorAfter);
        this.hitsBefore = new Hits(from);
        this.hitsAfter = new Hits(to);
        this.together = before.catalogue().equals(after.catalogue()) && this.before.derivesLike(this.after);
        this.judgedAlike = together && this.before.judgesLike(this.after) && union.keepsOrder(hitsBefore);
    }

    /** How many rules differ, an edited one counting once on each side. */
    public int changedRules() {
        return union.changed();
    }

    /** Whether only those suppliers are judged on whose facts a changed rule acts otherwise. */
    public boolean isSelective() {
        return judgedAlike;
    }

    /**
     * Rates suppliers.
     *
     * @param before facts as they are now
     * @param after the same suppliers' facts as they would be, in the same order; the same list where nothing is imported
     */
    public Batch of(List<SupplierFacts> before, List<SupplierFacts> after) {
        boolean same = together && before.equals(after);
        List<FactSet> sets = before.stream().map(this.before::derive).toList();
        (same ? evaluator : evaluatorBefore).evaluate(sets);
        List<FactSet> others =
                same ? sets : after.stream().map(this.after::derive).toList();
        if (!same) {
            evaluatorAfter.evaluate(others);
        }
        List<Impact> impacts = new ArrayList<>();
        Firings firings = noFirings();
        int judged = 0;
        for (int i = 0; i < sets.size(); i++) {
            FactSet then = same ? union.after(sets.get(i)) : others.get(i);
            firings.add(then.trail());
            if (same && judgedAlike && union.findSame(sets.get(i), hitsBefore, hitsAfter)) {
                continue;
            }
            judged++;
            FactSet now = same ? union.before(sets.get(i)) : sets.get(i);
            Impact impact = Impact.between(this.before.judge(before.get(i), now), this.after.judge(after.get(i), then));
            if (impact.isFelt()) {
                impacts.add(impact);
            }
        }
        return new Batch(impacts, judged, firings);
    }

    /** Of no supplier yet. */
    public Firings noFirings() {
        return new Firings(after.pack().rules().size());
    }
}
