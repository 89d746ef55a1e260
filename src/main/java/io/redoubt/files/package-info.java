/**
 * Reads text that people wrote, YAML and CSV, strictly: whatever is doubtful is refused at its file, line and column,
 * and reading goes on, so that an author sees every problem at once. Knows nothing of what the files mean.
 */
@NullMarked
package io.redoubt.files;

import org.jspecify.annotations.NullMarked;
