/**
 * Evidence of firmware releases: what was uploaded, what follows from it for the ledger of facts, and who ships which
 * component.
 */
@NullMarked
package io.redoubt.firmware;

import org.jspecify.annotations.NullMarked;
