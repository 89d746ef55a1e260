package io.redoubt.scoring;

import io.redoubt.shared.Points;

/** Points at both ends. */
public record Ends(Points best, Points worst) {}
