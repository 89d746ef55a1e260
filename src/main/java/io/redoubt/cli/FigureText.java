package io.redoubt.cli;

import io.redoubt.scoring.Contribution;
import io.redoubt.scoring.Figure;
import io.redoubt.scoring.RatingDetail;
import io.redoubt.scoring.Waterfall;
import io.redoubt.scoring.Waterfall.Kind;
import io.redoubt.scoring.Waterfall.Step;
import io.redoubt.shared.Points;
import io.redoubt.shared.Truth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The waterfalls of a figure, step by step. */
record FigureText(Lines text, RuleNames names, RatingDetail detail) {
    /** Both ends, or one of them where they come about alike. */
    void print(String title, Figure figure) {
        boolean one = figure.isSettled() && steps(figure.best()).equals(steps(figure.worst()));
        waterfall(title + (one ? "" : ", worst end"), figure.worst(), Contribution::worst);
        if (!one) {
            waterfall(title + ", best end", figure.best(), Contribution::best);
        }
    }

    private static List<Step> steps(Waterfall waterfall) {
        return waterfall.steps().stream()
                .filter(step -> step.kind() != Kind.ROUNDING)
                .toList();
    }

    private void waterfall(String title, Waterfall waterfall, Function<Contribution, Points> end) {
        text.add("%n%s: %d", title, waterfall.headline());
        waterfall.steps().forEach(step -> text.add("  %12s  %-12s %s", step.points(), step.kind(), named(step, end)));
    }

    private String named(Step step, Function<Contribution, Points> end) {
        return contribution(step)
                .map(c -> step.label() + ": " + names.titles(c, end.apply(c)))
                .orElseGet(() -> names.named(step.label()));
    }

    private Optional<Contribution> contribution(Step step) {
        return detail.contributions().stream()
                .filter(c -> step.kind() == Kind.CONTRIBUTION && step.label().equals(label(c)))
                .findFirst();
    }

    /** As a waterfall labels it. */
    private static String label(Contribution contribution) {
        String open = contribution.truth() == Truth.TRUE ? "" : " (open)";
        return String.join(" or ", contribution.rules()) + " " + contribution.fact() + open;
    }
}
