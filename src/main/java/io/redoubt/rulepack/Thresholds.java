package io.redoubt.rulepack;

import io.redoubt.shared.Points;
import io.redoubt.shared.Share;

/**
 * The numbers of a pack that belong to no rule.
 *
 * @param locationShare part of location exposure in the overall figure; the rest is control risk
 * @param floorAllowance how much safer the control figure may be than its worst domain; the whole scale for no limit
 * @param coverageFloor least coverage for a rating
 * @param notApplicableLimit most of a control domain's weight that may be not applicable in a rating
 */
public record Thresholds(Share locationShare, Points floorAllowance, Share coverageFloor, Share notApplicableLimit) {}
