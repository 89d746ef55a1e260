package io.redoubt.questionnaire.form;

/** Questions that belong together and are delegated together. */
public record Section(String id, String title) {}
