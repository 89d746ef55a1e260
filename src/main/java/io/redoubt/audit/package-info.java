/**
 * What was done by whom, written in the transaction of the change.
 */
@NullMarked
package io.redoubt.audit;

import org.jspecify.annotations.NullMarked;
