package io.redoubt.scoring;

import io.redoubt.rulepack.Scale;
import io.redoubt.shared.Points;

/** Which end of a figure is added up. */
enum End {
    BEST,
    WORST;

    Points of(Contribution contribution) {
        return this == WORST ? contribution.worst() : contribution.best();
    }

    Waterfall of(Figure figure) {
        return this == WORST ? figure.worst() : figure.best();
    }

    /** Rounded away from the other end, so that what is shown encloses what is exact. */
    int headline(Points exact, Scale scale) {
        return this == WORST ? scale.towardsRisk(exact) : scale.towardsSafety(exact);
    }
}
