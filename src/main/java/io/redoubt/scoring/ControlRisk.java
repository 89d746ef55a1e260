package io.redoubt.scoring;

import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.shared.Points;
import io.redoubt.shared.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The control figure of one supplier under any weights. Where a domain left, its weight goes to the others in proportion
 * to theirs, by largest remainder; where it is not known whether one leaves, the figure holds both cases.
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
        this.cases = applies.cases();
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
