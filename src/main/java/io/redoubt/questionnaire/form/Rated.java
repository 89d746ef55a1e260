package io.redoubt.questionnaire.form;

/**
 * What makes a question one that rules judge.
 *
 * @param notApplicable whether it may be said not to apply
 * @param validityDays how long an answer counts where nothing else ends it
 */
public record Rated(boolean notApplicable, int validityDays) {}
