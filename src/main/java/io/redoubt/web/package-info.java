/**
 * What all routes share: one answer for one request, versions, pages.
 */
@NullMarked
package io.redoubt.web;

import org.jspecify.annotations.NullMarked;
