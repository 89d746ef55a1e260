package io.redoubt.rulepack;

import io.redoubt.shared.Share;
import java.util.List;

/**
 * Other opinions on the weights of control domains, which the figures are computed under as well: weights are a
 * judgement, and a band that hangs on them must be seen to.
 *
 * @param sets beside the weights of the domains themselves
 * @param seed of the sampled weights
 * @param samples how many weights are sampled; 0 for none
 */
public record Weighting(List<WeightSet> sets, long seed, int samples) {
    public static final long USUAL_SEED = 62_443;
    public static final int USUAL_SAMPLES = 200;
    public static final int MOST_SAMPLES = 10_000;

    /** No other set of weights, and the usual samples. */
    public static final Weighting USUAL = new Weighting(List.of(), USUAL_SEED, USUAL_SAMPLES);

    public Weighting {
        sets = List.copyOf(sets);
    }

    /**
     * One opinion.
     *
     * @param rationale why these numbers
     * @param weights of all control domains, in their order; they make exactly one whole
     */
    public record WeightSet(String id, String title, String rationale, String citation, List<Share> weights) {
        public WeightSet {
            weights = List.copyOf(weights);
        }
    }
}
