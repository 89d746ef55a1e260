/**
 * The command line, answered without starting the service.
 */
@NullMarked
package io.redoubt.cli;

import org.jspecify.annotations.NullMarked;
