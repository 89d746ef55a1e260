/** Measures the product against hand-written code and other rule libraries; no part of what is shipped. */
package io.redoubt.bench;
