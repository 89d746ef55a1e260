package io.redoubt.scoring;

import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Rule;
import io.redoubt.shared.Truth;
import java.util.List;

/**
 * A knock-out that applies, certainly or perhaps.
 *
 * @param bar the classes that it bars with this truth
 * @param others rows of its first-hit table that may act in its place and bar these classes as well; certain is
 *     then only that one of them does
 * @param fact what it rests on
 */
record KnockOut(Rule rule, Bar bar, Truth truth, List<Rule> others, String fact) {}
