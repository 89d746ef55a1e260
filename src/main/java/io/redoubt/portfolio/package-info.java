/**
 * All suppliers together: rating everything, ranking, long work.
 */
@NullMarked
package io.redoubt.portfolio;

import org.jspecify.annotations.NullMarked;
