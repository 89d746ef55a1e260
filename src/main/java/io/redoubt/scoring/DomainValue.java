package io.redoubt.scoring;

import io.redoubt.shared.Points;
import io.redoubt.shared.Share;

/**
 * What a control domain comes to, before weighting.
 *
 * @param weight its part of the figure; where another domain left, with what that left to it
 * @param best points on the pack's scale if the gaps turn out well
 * @param worst points on the pack's scale if they turn out badly
 */
public record DomainValue(String domain, Share weight, Points best, Points worst) {}
