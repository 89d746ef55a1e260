package io.redoubt.scoring;

import io.redoubt.rulepack.Aggregation;
import io.redoubt.rulepack.Scale;
import io.redoubt.scoring.DomainArithmetic.Sum;
import io.redoubt.scoring.Waterfall.Kind;
import io.redoubt.scoring.Waterfall.Step;
import io.redoubt.shared.Points;
import io.redoubt.shared.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Adds contributions up to figures.
 *
 * <p>A figure is Σ weight × domain, then held to <em>worst domain − allowance</em> if it would be safer than that; or,
 * for a points scorecard, Σ domain clamped to the scale. The worst end is rounded to whole points towards risk and the
 * best end towards safety, so the interval that is shown encloses the exact one. Each step is kept in millionths; what
 * weighting cuts off goes into the rounding step, so every waterfall sums exactly.
 */
record FigureArithmetic(Aggregation aggregation) {
    /**
     * A figure from the contributions to its domains.
     *
     * @param allowance how much safer it may be than its worst domain; empty for no such floor
     */
    Figure of(Entries entries, Optional<Points> allowance) {
        return new Figure(waterfall(End.BEST, entries, allowance), waterfall(End.WORST, entries, allowance));
    }

    /** What each domain comes to. */
    List<DomainValue> domains(Entries entries) {
        DomainArithmetic best = new DomainArithmetic(aggregation, entries, End.BEST);
        DomainArithmetic worst = new DomainArithmetic(aggregation, entries, End.WORST);
        return entries.domains().stream()
                .map(domain -> new DomainValue(
                        domain.id(),
                        domain.weight(),
                        best.of(domain).value(),
                        worst.of(domain).value()))
                .toList();
    }

    /** The overall figure: control risk and location exposure by the pack's shares. */
    Figure overall(Figure control, Figure location, Share locationShare) {
        return new Figure(
                blend(End.BEST, control.best(), location.best(), locationShare),
                blend(End.WORST, control.worst(), location.worst(), locationShare));
    }

    /** The worst of several figures at each end. */
    Figure worstOf(List<Figure> figures) {
        Comparator<Points> riskFirst = scale().byRisk().reversed();
        return new Figure(first(figures, End.BEST, riskFirst), first(figures, End.WORST, riskFirst));
    }

    /** The narrowest figure that holds several. */
    Figure hull(List<Figure> figures) {
        return new Figure(
                first(figures, End.BEST, scale().byRisk()),
                first(figures, End.WORST, scale().byRisk().reversed()));
    }

    /** One end of the figure that comes first; the earlier on a tie. */
    private static Waterfall first(List<Figure> figures, End end, Comparator<Points> order) {
        return figures.stream()
                .map(end::of)
                .min(Comparator.comparing(Waterfall::exact, order))
                .orElseThrow(() -> new IllegalArgumentException("A supplier must have a site, known or unknown."));
    }

    private Waterfall waterfall(End end, Entries entries, Optional<Points> allowance) {
        DomainArithmetic arithmetic = new DomainArithmetic(aggregation, entries, end);
        List<Sum> sums = entries.domains().stream().map(arithmetic::of).toList();
        List<Step> steps = new ArrayList<>();
        if (sums.isEmpty()) {
            steps.add(new Step(Kind.BASELINE, "no domain applies", scale().riskiest()));
            return finish(end, steps, scale().riskiest());
        }
        sums.forEach(sum -> steps.addAll(sum.steps()));
        sums.forEach(sum -> steps.addAll(sum.clamps()));
        List<Points> values = sums.stream().map(Sum::value).toList();
        Points plain = together(values, entries.weights());
        Points bounded = aggregation.isSum() ? scale().clamp(plain) : held(plain, values, allowance);
        if (!bounded.equals(plain)) {
            steps.add(bound(sums, bounded.minus(plain)));
        }
        return finish(end, steps, bounded);
    }

    private Step bound(List<Sum> sums, Points moved) {
        if (aggregation.isSum()) {
            return new Step(Kind.CLAMP, "the scale", moved);
        }
        Sum worst = sums.stream()
                .reduce((a, b) -> scale().byRisk().compare(b.value(), a.value()) > 0 ? b : a)
                .orElseThrow();
        String sense = scale().isHigh() ? " less" : " plus";
        return new Step(Kind.FLOOR, worst.domain().id() + " " + worst.value() + sense + " the allowance", moved);
    }

    /** Control figure of domain values under some weights: what sampling of weights repeats many times. */
    Points exact(List<Points> values, List<Share> weights, Optional<Points> allowance) {
        return held(together(values, weights), values, allowance);
    }

    private Points together(List<Points> values, List<Share> weights) {
        Points sum = Points.ZERO;
        for (int i = 0; i < values.size(); i++) {
            sum = sum.plus(scale().part(values.get(i), weights.get(i)));
        }
        return sum;
    }

    /** No safer than the worst domain by more than the allowance. */
    private Points held(Points figure, List<Points> values, Optional<Points> allowance) {
        if (allowance.isEmpty()) {
            return figure;
        }
        Points safest = scale().riskier(scale().worst(values), Points.ZERO.minus(allowance.get()));
        return scale().worst(List.of(figure, safest));
    }

    /** Control risk and location exposure by the pack's shares. */
    Points blended(Points control, Points location, Share locationShare) {
        return scale().part(control, locationShare.rest()).plus(scale().part(location, locationShare));
    }

    private Waterfall blend(End end, Waterfall control, Waterfall location, Share locationShare) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Kind.SHARE, "control risk", scale().part(control.exact(), locationShare.rest())));
        steps.add(new Step(Kind.SHARE, "location exposure", scale().part(location.exact(), locationShare)));
        return finish(end, steps, blended(control.exact(), location.exact(), locationShare));
    }

    private Waterfall finish(End end, List<Step> steps, Points exact) {
        int headline = end.headline(exact, scale());
        Points sum = steps.stream().map(Step::points).reduce(Points.ZERO, Points::plus);
        Points rounding = Points.whole(headline).minus(sum);
        if (!rounding.equals(Points.ZERO)) {
            steps.add(new Step(Kind.ROUNDING, "to whole points", rounding));
        }
        return new Waterfall(steps, exact, headline);
    }

    private Scale scale() {
        return aggregation.scale();
    }
}
