package io.redoubt.scoring;

import io.redoubt.rulepack.Band;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.Weighting;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Points;
import io.redoubt.shared.Share;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * How often a band hangs on the weights. Each sample multiplies every control domain's weight by a factor of its own,
 * uniform in 0.8 to 1.2, and makes the weights one whole again; the band of the figure's worst end is then compared with
 * the published one. The samples follow from the pack's seed alone and are drawn once, so every supplier meets the same
 * ones, on every machine and in every order.
 */
public final class Sensitivity {
    private static final long LEAST_FACTOR = Micros.ONE * 8 / 10;
    private static final long MOST_FACTOR = Micros.ONE * 12 / 10;

    private final RulePack pack;
    private final FigureArithmetic arithmetic;
    private final List<List<Share>> samples;

    public Sensitivity(RulePack pack) {
        this.pack = pack;
        this.arithmetic = new FigureArithmetic(pack.aggregation());
        this.samples = pack.aggregation().isSum() ? List.of() : samples(pack);
    }

    /**
     * What the samples did to one supplier.
     *
     * @param seed that they follow from
     * @param samples how many
     * @param changed in how many the band is another than the published one
     * @param bands in how many samples each band occurs that does
     */
    public record Result(long seed, int samples, int changed, SortedMap<String, Integer> bands) {
        public Result {
            bands = Collections.unmodifiableSortedMap(new TreeMap<>(bands));
        }

        /** The share of samples in which the band changes. */
        public Share share() {
            return Share.of(changed, samples);
        }
    }

    private static List<List<Share>> samples(RulePack pack) {
        Weighting weighting = pack.weighting();
        List<Domain> domains = pack.domains(Domain.Figure.CONTROL);
        SplittableRandom random = new SplittableRandom(weighting.seed());
        List<List<Share>> samples = new ArrayList<>();
        for (int i = 0; i < weighting.samples(); i++) {
            samples.add(Share.distribute(domains.stream()
                    .map(domain -> domain.weight().ppm() * random.nextLong(LEAST_FACTOR, MOST_FACTOR + 1))
                    .toList()));
        }
        return List.copyOf(samples);
    }

    /** The weights of each sample, in the order of the control domains. */
    public List<List<Share>> weights() {
        return samples;
    }

    /** @param location worst end of the location figure, if the pack judges one; empty where nothing is sampled */
    Optional<Result> of(ControlRisk control, Optional<Points> location, Band published) {
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Points> values = control.worstValues();
        if (isSettled(control, values, location, published)) {
            return Optional.of(new Result(
                    pack.weighting().seed(), samples.size(), 0, new TreeMap<>(Map.of(published.id(), samples.size()))));
        }
        SortedMap<String, Integer> bands = new TreeMap<>();
        for (List<Share> weights : samples) {
            Points worst = control.worst(new ControlRisk.Sampled(weights, values));
            bands.merge(band(worst, location).id(), 1, Integer::sum);
        }
        int changed = samples.size() - bands.getOrDefault(published.id(), 0);
        return Optional.of(new Result(pack.weighting().seed(), samples.size(), changed, bands));
    }

    /** Whether no weights within the factors can reach another band, so that nothing need be tried. */
    private boolean isSettled(
            ControlRisk control, Map<String, Points> values, Optional<Points> location, Band published) {
        return control.worstWithin(LEAST_FACTOR / (double) Micros.ONE, MOST_FACTOR / (double) Micros.ONE, values)
                .filter(ends -> band(ends.best(), location).equals(published)
                        && band(ends.worst(), location).equals(published))
                .isPresent();
    }

    private Band band(Points control, Optional<Points> location) {
        return pack.band(location.map(place ->
                        arithmetic.blended(control, place, pack.thresholds().locationShare()))
                .orElse(control));
    }
}
