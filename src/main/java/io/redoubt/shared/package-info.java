/**
 * Values that every ring uses: exact numbers, places in files, three-valued truth.
 */
@NullMarked
package io.redoubt.shared;

import org.jspecify.annotations.NullMarked;
