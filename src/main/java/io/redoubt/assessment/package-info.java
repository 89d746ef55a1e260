/**
 * Dated acts of rating: facts, methodology and outcome.
 */
@NullMarked
package io.redoubt.assessment;

import org.jspecify.annotations.NullMarked;
