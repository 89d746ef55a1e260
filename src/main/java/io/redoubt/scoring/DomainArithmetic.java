package io.redoubt.scoring;

import io.redoubt.rulepack.Aggregation;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.Scale;
import io.redoubt.scoring.Waterfall.Kind;
import io.redoubt.scoring.Waterfall.Step;
import io.redoubt.shared.Points;
import io.redoubt.shared.Truth;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds contributions up to one end of a domain.
 *
 * <p>A sum is baseline + Σ points, clamped to the scale unless the domain is itself a summand. A ratio is
 * <em>from + span × Σ points / Σ most possible points</em>, cut off to the millionth on the safer side; where no fact is
 * applicable nothing is known to be good, and it stands at the risky end.
 */
record DomainArithmetic(Aggregation aggregation, Entries entries, End end) {
    /**
     * A domain added up.
     *
     * @param value on the scale, not weighted
     * @param steps weighted, without the clamp
     * @param clamps weighted; at most one
     */
    record Sum(Domain domain, Points value, List<Step> steps, List<Step> clamps) {}

    Sum of(Domain domain) {
        return aggregation.isRatio() ? ratio(domain) : sum(domain);
    }

    private Sum sum(Domain domain) {
        List<Step> steps = new ArrayList<>();
        Points sum = domain.baseline();
        addBaseline(steps, domain, sum);
        for (Contribution contribution : entries.to(domain)) {
            Points points = end.of(contribution);
            sum = sum.plus(points);
            addStep(steps, domain, contribution, points);
        }
        Points value = aggregation.isSum() ? sum : scale().clamp(sum);
        List<Step> clamps = value.equals(sum)
                ? List.of()
                : List.of(new Step(Kind.CLAMP, domain.id(), part(value.minus(sum), domain)));
        return new Sum(domain, value, steps, clamps);
    }

    private Sum ratio(Domain domain) {
        List<Step> steps = new ArrayList<>();
        Points most = entries.most().getOrDefault(domain.id(), Points.ZERO);
        if (most.equals(Points.ZERO)) {
            addBaseline(steps, domain, scale().riskiest());
            return new Sum(domain, scale().riskiest(), steps, List.of());
        }
        addBaseline(steps, domain, scale().least());
        Points sum = Points.ZERO;
        for (Contribution contribution : entries.to(domain)) {
            Points points = end.of(contribution);
            sum = sum.plus(points);
            addStep(steps, domain, contribution, portion(points, most));
        }
        return new Sum(domain, scale().clamp(scale().least().plus(portion(sum, most))), steps, List.of());
    }

    private Points portion(Points part, Points most) {
        Points span = scale().span();
        return scale().isHigh() ? span.inProportion(part, most) : span.minus(span.inProportion(most.minus(part), most));
    }

    private void addBaseline(List<Step> steps, Domain domain, Points baseline) {
        if (!baseline.equals(Points.ZERO)) {
            steps.add(new Step(Kind.BASELINE, domain.id(), part(baseline, domain)));
        }
    }

    private void addStep(List<Step> steps, Domain domain, Contribution contribution, Points points) {
        if (!points.equals(Points.ZERO)) {
            String open = contribution.truth() == Truth.TRUE ? "" : " (open)";
            String label = String.join(" or ", contribution.rules()) + " " + contribution.fact() + open;
            steps.add(new Step(Kind.CONTRIBUTION, label, part(points, domain)));
        }
    }

    private Points part(Points points, Domain domain) {
        return scale().part(points, domain.weight());
    }

    private Scale scale() {
        return aggregation.scale();
    }
}
