/**
 * What a questionnaire asks, of whom, under which conditions, and which answers it takes. Pure: templates, requests and
 * stored forms are read elsewhere.
 */
@NullMarked
package io.redoubt.questionnaire.form;

import org.jspecify.annotations.NullMarked;
