/**
 * Who asks, and which roles they have.
 */
@NullMarked
package io.redoubt.identity;

import org.jspecify.annotations.NullMarked;
