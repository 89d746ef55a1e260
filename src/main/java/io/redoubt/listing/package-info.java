/**
 * What publishers list: vulnerabilities that are known to be exploited, and owners that a buyer is bound to look for.
 */
@NullMarked
package io.redoubt.listing;

import org.jspecify.annotations.NullMarked;
