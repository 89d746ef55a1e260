/**
 * Reads and writes a supplier's facts as JSON, YAML and CSV, and outcomes as JSON.
 */
@NullMarked
package io.redoubt.scoring.files;

import org.jspecify.annotations.NullMarked;
