/**
 * How requests fail: one form for every error (RFC 9457).
 */
@NullMarked
package io.redoubt.problem;

import org.jspecify.annotations.NullMarked;
