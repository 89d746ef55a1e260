/**
 * Suppliers and the facts about them, as they are kept.
 */
@NullMarked
package io.redoubt.supplier;

import org.jspecify.annotations.NullMarked;
