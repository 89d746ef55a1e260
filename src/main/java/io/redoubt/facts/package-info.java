/** What is known about a supplier, dated and unjudged: the input of a rating besides the pack. */
@NullMarked
package io.redoubt.facts;

import org.jspecify.annotations.NullMarked;
