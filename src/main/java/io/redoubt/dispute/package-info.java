/**
 * What suppliers say against their ratings: heard, decided by somebody without a part in it, and put right.
 */
@NullMarked
package io.redoubt.dispute;

import org.jspecify.annotations.NullMarked;
