package io.redoubt.scoring;

import io.redoubt.shared.Points;

/**
 * One of the characteristics that cost a supplier the most, as published scorecards give them.
 *
 * @param code reason code of the rule that makes the partial score
 * @param table the characteristic's table
 * @param fact what it is about, such as {@code Answer Q-NDA}
 * @param points partial score at the worst end
 * @param difference how much riskier that is than what it is compared with
 */
public record Reason(String code, String table, String fact, Points points, Points difference) {}
