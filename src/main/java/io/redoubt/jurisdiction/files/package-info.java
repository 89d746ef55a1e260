/**
 * Reads jurisdiction factors from their directory.
 */
@NullMarked
package io.redoubt.jurisdiction.files;

import org.jspecify.annotations.NullMarked;
