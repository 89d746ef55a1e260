package io.redoubt.scoring;

import io.redoubt.rulepack.Domain;
import io.redoubt.scoring.Waterfall.Kind;
import io.redoubt.scoring.Waterfall.Step;
import io.redoubt.shared.Points;
import io.redoubt.shared.Share;
import io.redoubt.shared.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds contributions up to figures.
 *
 * <p>Each domain starts at its baseline, takes the points of its contributions and is clamped to 0…100. A figure is
 * Σ weight × domain; control risk is then raised to <em>worst domain − allowance</em> if it lies below. The worst end
 * is rounded up to whole points and the best end down, so the interval that is shown encloses the exact one. Each step
 * is kept in millionths; what weighting cuts off goes into the rounding step, so every waterfall sums exactly.
 */
final class FigureArithmetic {
    private FigureArithmetic() {}

    /** Which end of a figure is added up. */
    private enum End {
        BEST,
        WORST;

        Points of(Contribution contribution) {
            return this == WORST ? contribution.worst() : contribution.best();
        }

        int headline(Points exact) {
            return this == WORST ? exact.ceiling() : exact.floor();
        }
    }

    /**
     * A figure from the contributions to its domains.
     *
     * @param allowance how far it may lie below its worst domain; empty for no such floor
     */
    static Figure of(List<Domain> domains, List<Contribution> contributions, Optional<Points> allowance) {
        return new Figure(
                waterfall(End.BEST, domains, contributions, allowance),
                waterfall(End.WORST, domains, contributions, allowance));
    }

    /** The overall figure: control risk and location exposure by the pack's shares. */
    static Figure overall(Figure control, Figure location, Share locationShare) {
        return new Figure(
                blend(End.BEST, control.best(), location.best(), locationShare),
                blend(End.WORST, control.worst(), location.worst(), locationShare));
    }

    /** The worst of several figures at each end; of none, everything from 0 to 100. */
    static Figure worstOf(List<Figure> figures) {
        return figures.stream()
                .reduce((a, b) -> new Figure(worse(a.best(), b.best()), worse(a.worst(), b.worst())))
                .orElseThrow(() -> new IllegalArgumentException("A supplier must have a site, known or unknown."));
    }

    private static Waterfall worse(Waterfall a, Waterfall b) {
        return b.exact().compareTo(a.exact()) > 0 ? b : a;
    }

    private static Waterfall waterfall(
            End end, List<Domain> domains, List<Contribution> contributions, Optional<Points> allowance) {
        List<Step> steps = new ArrayList<>();
        List<Step> clamps = new ArrayList<>();
        Points weighted = Points.ZERO;
        Worst worst = new Worst("", Points.ZERO);
        for (Domain domain : domains) {
            Points sum = domain.baseline();
            if (!sum.equals(Points.ZERO)) {
                steps.add(new Step(Kind.BASELINE, domain.id(), sum.times(domain.weight())));
            }
            for (Contribution contribution : contributions) {
                if (contribution.domain().equals(domain.id())) {
                    Points points = end.of(contribution);
                    sum = sum.plus(points);
                    addStep(steps, domain, contribution, points);
                }
            }
            Points clamped = sum.clamped();
            if (!clamped.equals(sum)) {
                clamps.add(new Step(Kind.CLAMP, domain.id(), clamped.minus(sum).times(domain.weight())));
            }
            weighted = weighted.plus(clamped.times(domain.weight()));
            worst = clamped.compareTo(worst.points()) > 0 ? new Worst(domain.id(), clamped) : worst;
        }
        steps.addAll(clamps);
        return finish(end, steps, raised(steps, weighted, worst, allowance));
    }

    private static void addStep(List<Step> steps, Domain domain, Contribution contribution, Points points) {
        if (!points.equals(Points.ZERO)) {
            String open = contribution.truth() == Truth.TRUE ? "" : " (open)";
            List<String> rules = contribution.rules();
            String label =
                    (rules.size() == 1 ? rules.get(0) : String.join(" or ", rules)) + " " + contribution.fact() + open;
            steps.add(new Step(Kind.CONTRIBUTION, label, points.times(domain.weight())));
        }
    }

    /** The domain with the most points. */
    private record Worst(String domain, Points points) {}

    private static Points raised(List<Step> steps, Points weighted, Worst worst, Optional<Points> allowance) {
        Points least = allowance.map(worst.points()::minus).orElse(Points.ZERO);
        if (least.compareTo(weighted) <= 0) {
            return weighted;
        }
        String label = worst.domain() + " " + worst.points() + " less the allowance";
        steps.add(new Step(Kind.FLOOR, label, least.minus(weighted)));
        return least;
    }

    private static Waterfall blend(End end, Waterfall control, Waterfall location, Share locationShare) {
        Points controlPart = control.exact().times(locationShare.rest());
        Points locationPart = location.exact().times(locationShare);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Kind.SHARE, "control risk", controlPart));
        steps.add(new Step(Kind.SHARE, "location exposure", locationPart));
        return finish(end, steps, controlPart.plus(locationPart));
    }

    private static Waterfall finish(End end, List<Step> steps, Points exact) {
        int headline = end.headline(exact);
        Points sum = steps.stream().map(Step::points).reduce(Points.ZERO, Points::plus);
        Points rounding = Points.parse(Integer.toString(headline)).minus(sum);
        if (!rounding.equals(Points.ZERO)) {
            steps.add(new Step(Kind.ROUNDING, "to whole points", rounding));
        }
        return new Waterfall(steps, exact, headline);
    }
}
