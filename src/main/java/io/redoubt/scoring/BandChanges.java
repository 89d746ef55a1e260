package io.redoubt.scoring;

import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.Weighting.WeightSet;
import io.redoubt.scoring.RatingOutcome.Rated;
import io.redoubt.shared.Micros;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many suppliers of a portfolio have a band that hangs on the weights. Only rated ones can; it is kept as sums, so
 * that a portfolio may be counted in parts.
 *
 * @param samples how many weights were sampled; 0 where the pack samples none
 * @param rated suppliers with a band
 * @param changing of these, how many have another band in at least one sample
 * @param changes over all samples, how many suppliers have another band in it
 * @param underWeights by id of each further set of weights, how many have another band under it
 */
public record BandChanges(
        long seed, int samples, int rated, int changing, long changes, SortedMap<String, Integer> underWeights) {
    public BandChanges {
        underWeights = Collections.unmodifiableSortedMap(new TreeMap<>(underWeights));
    }

    /** Of no supplier yet. */
    public static BandChanges none(RulePack pack) {
        SortedMap<String, Integer> sets = new TreeMap<>();
        pack.weighting().sets().stream().map(WeightSet::id).forEach(id -> sets.put(id, 0));
        int samples = pack.aggregation().isSum() ? 0 : pack.weighting().samples();
        return new BandChanges(pack.weighting().seed(), samples, 0, 0, 0, sets);
    }

    public static BandChanges of(RulePack pack, List<RatingOutcome> outcomes) {
        BandChanges found = none(pack);
        for (RatingOutcome outcome : outcomes) {
            found = found.plus(outcome);
        }
        return found;
    }

    public BandChanges plus(RatingOutcome outcome) {
        if (!(outcome instanceof Rated)) {
            return this;
        }
        int changed =
                outcome.detail().sensitivity().map(Sensitivity.Result::changed).orElse(0);
        SortedMap<String, Integer> sets = new TreeMap<>(underWeights);
        outcome.detail().alternatives().stream()
                .filter(alternative -> !alternative.badge().equals(outcome.badge()))
                .forEach(alternative -> sets.merge(alternative.weights(), 1, Integer::sum));
        return new BandChanges(seed, samples, rated + 1, changing + (changed > 0 ? 1 : 0), changes + changed, sets);
    }

    /** How many suppliers have another band in a sample, on average; with up to six decimals, rounded down. */
    public String average() {
        return Micros.format(samples == 0 ? 0 : changes * Micros.ONE / samples);
    }
}
