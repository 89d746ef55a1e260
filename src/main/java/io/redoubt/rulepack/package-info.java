/**
 * The typed model of a rule pack: what a rule may say, about which facts, and with what effect. Pure values; reading files is an adapter.
 */
@NullMarked
package io.redoubt.rulepack;

import org.jspecify.annotations.NullMarked;
