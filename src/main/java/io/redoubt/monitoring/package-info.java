/**
 * What happens without anybody pressing a button: time passes, and what it changes is rated and told.
 */
@NullMarked
package io.redoubt.monitoring;

import org.jspecify.annotations.NullMarked;
