package io.redoubt.scoring;

import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.Scale;
import io.redoubt.shared.Points;
import io.redoubt.shared.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The control figure of one supplier under any weights. A domain of points that does not apply keeps its weight and counts
 * at its safe end, as if everything were answered well. A domain of ratios has nothing to divide by and leaves: its weight
 * goes to the others in proportion to theirs, by largest remainder; where it is not known whether one leaves, the figure
 * holds both cases.
 */
final class ControlRisk {
    private final EffectivePack pack;
    private final FigureArithmetic arithmetic;
    private final Optional<Points> allowance;
    private final Entries all;
    private final List<Set<String>> cases;

    ControlRisk(EffectivePack pack, Applicability applicability, Applicability.Result applies) {
        this.pack = pack;
        this.arithmetic = new FigureArithmetic(pack.pack().aggregation());
        boolean sum = pack.pack().aggregation().isSum();
        this.allowance =
                sum ? Optional.empty() : Optional.of(pack.pack().thresholds().floorAllowance());
        List<Domain> domains = pack.pack().domains(Domain.Figure.CONTROL);
        Map<String, Points> most = domains.stream()
                .collect(Collectors.toMap(Domain::id, d -> applicability.most(d.id(), applies.excused())));
        this.all = new Entries(domains, applies.contributions(), most);
        this.cases = pack.pack().aggregation().isRatio() ? applies.cases() : List.of(Set.of());
    }

    /** Under the pack's own weights. */
    Figure figure() {
        return under(all.weights());
    }

    /** @param weights of all control domains in their order, one whole together */
    Figure under(List<Share> weights) {
        return arithmetic.hull(cases.stream()
                .map(left -> arithmetic.of(all.weighing(kept(weights, left)), allowance))
                .toList());
    }

    /** What each domain comes to that certainly counts or may. */
    List<DomainValue> domains() {
        return arithmetic.domains(all.weighing(kept(all.weights(), cases.get(0))));
    }

    /** The worst end in points under many weights: what the figure's worst end is, without its waterfall. */
    Points worst(Sampled sampled) {
        List<Points> worst = new ArrayList<>();
        for (Set<String> left : cases) {
            List<Domain> kept = kept(sampled.weights(), left);
            worst.add(
                    kept.isEmpty()
                            ? scaleEnd()
                            : arithmetic.exact(
                                    kept.stream().map(sampled::value).toList(),
                                    kept.stream().map(Domain::weight).toList(),
                                    allowance));
        }
        return pack.pack().aggregation().scale().worst(worst);
    }

    /**
     * The points between which the worst end lies under all weights within the factors, if that can be told without trying:
     * the extremes of a weighted mean give the larger values the greater factor and the others the smaller one, or the
     * other way round. A margin on each side covers what cutting weights into millionths moves.
     */
    Optional<Ends> worstWithin(double least, double most, Map<String, Points> values) {
        boolean plain = cases.equals(List.of(Set.of()))
                && pack.pack().aggregation().scale().isHigh();
        if (!plain || pack.pack().aggregation().isSum()) {
            return Optional.empty();
        }
        List<Domain> rising = all.domains().stream()
                .sorted(Comparator.comparing((Domain domain) -> values.getOrDefault(domain.id(), Points.ZERO)))
                .toList();
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (int split = 0; split <= rising.size(); split++) {
            low = Math.min(low, mean(rising, values, split, new double[] {most, least}));
            high = Math.max(high, mean(rising, values, split, new double[] {least, most}));
        }
        return Optional.of(
                new Ends(held((long) low - margin(), values.values()), held((long) high + margin(), values.values())));
    }

    /** Cutting moves each weight by less than a millionth, and so the mean by less than that of the scale for each. */
    private long margin() {
        long farthest =
                Points.whole(pack.pack().aggregation().scale().farthest()).micros();
        return all.domains().size() * (farthest / Share.WHOLE.ppm() + 2);
    }

    /** The mean where the first domains have one factor and the others another. */
    private static double mean(List<Domain> domains, Map<String, Points> values, int split, double[] factors) {
        double sum = 0;
        double whole = 0;
        for (int i = 0; i < domains.size(); i++) {
            double weight = domains.get(i).weight().ppm() * factors[i < split ? 0 : 1];
            sum += weight
                    * values.getOrDefault(domains.get(i).id(), Points.ZERO).micros();
            whole += weight;
        }
        return sum / whole;
    }

    private Points held(long mean, Collection<Points> values) {
        Scale scale = pack.pack().aggregation().scale();
        Points within = scale.clamp(new Points(mean));
        return allowance
                .map(least -> scale.worst(List.of(within, scale.worst(values).minus(least))))
                .orElse(within);
    }

    private Points scaleEnd() {
        return pack.pack().aggregation().scale().riskiest();
    }

    /**
     * One sample.
     *
     * @param weights of all control domains in their order
     * @param values worst end of each domain by id
     */
    record Sampled(List<Share> weights, Map<String, Points> values) {
        Points value(Domain domain) {
            return values.getOrDefault(domain.id(), Points.ZERO);
        }
    }

    /** Worst end of every domain by id, whether it left or not. */
    Map<String, Points> worstValues() {
        return arithmetic.domains(all).stream().collect(Collectors.toMap(DomainValue::domain, DomainValue::worst));
    }

    private List<Domain> kept(List<Share> weights, Set<String> left) {
        List<Domain> kept = new ArrayList<>();
        List<Long> parts = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            Domain domain = all.domains().get(i);
            if (!left.contains(domain.id())) {
                kept.add(domain.weighing(weights.get(i)));
                parts.add(weights.get(i).ppm());
            }
        }
        if (left.isEmpty() || kept.isEmpty() || pack.pack().aggregation().isSum()) {
            return kept;
        }
        List<Share> shares = Share.distribute(parts);
        for (int i = 0; i < kept.size(); i++) {
            kept.set(i, kept.get(i).weighing(shares.get(i)));
        }
        return kept;
    }
}
