/** Templates of questionnaires as files: {@code template.yaml}, {@code questions.csv} and perhaps {@code mapping.csv}. */
@NullMarked
package io.redoubt.questionnaire.files;

import org.jspecify.annotations.NullMarked;
