/**
 * Reads lists from their files.
 */
@NullMarked
package io.redoubt.listing.files;

import org.jspecify.annotations.NullMarked;
