package io.redoubt.rulepack.sheets;

import io.redoubt.shared.Place;
import io.redoubt.shared.Problem;

/** Ends the reading of a workbook: what follows could not be trusted or would cost too much. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(Place place, String message) {
        super(message);
        this.problem = new Problem(place, message);
    }

    Problem problem() {
        return problem;
    }
}
