/**
 * Sourced values about countries, with their unit, edition, licence and completeness.
 */
@NullMarked
package io.redoubt.jurisdiction;

import org.jspecify.annotations.NullMarked;
