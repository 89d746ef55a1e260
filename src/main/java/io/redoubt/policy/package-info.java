/**
 * Which methodology rates: the data and the rule pack in force.
 */
@NullMarked
package io.redoubt.policy;

import org.jspecify.annotations.NullMarked;
