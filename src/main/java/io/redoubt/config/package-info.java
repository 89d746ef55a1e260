/**
 * Starting up: database, demo portfolio, banner.
 */
@NullMarked
package io.redoubt.config;

import org.jspecify.annotations.NullMarked;
