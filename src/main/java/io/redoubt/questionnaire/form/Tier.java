package io.redoubt.questionnaire.form;

import java.util.Optional;

/**
 * How much is asked. A tier asks its own questions and those of all tiers before it.
 *
 * @param from inherent risk in points, 0 to 100, from which on it is asked; empty where somebody must order it
 */
public record Tier(String id, String title, Optional<Integer> from) {}
