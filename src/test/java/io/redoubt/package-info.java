/** What tests of several packages share. */
@NullMarked
package io.redoubt;

import org.jspecify.annotations.NullMarked;
