/**
 * Rates a supplier: dated facts and a pack in, an explained outcome out. Pure functions without clock, database or injection.
 */
@NullMarked
package io.redoubt.scoring;

import org.jspecify.annotations.NullMarked;
