/**
 * Questionnaires: who is asked what by when, what was answered, and who accepted it. What is accepted goes to the ledger of
 * facts, which alone is rated.
 */
@NullMarked
package io.redoubt.questionnaire;

import org.jspecify.annotations.NullMarked;
