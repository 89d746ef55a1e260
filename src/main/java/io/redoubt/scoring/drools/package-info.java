/**
 * Evaluates a pack with Drools, on a network built from objects, never from text.
 */
@NullMarked
package io.redoubt.scoring.drools;

import org.jspecify.annotations.NullMarked;
