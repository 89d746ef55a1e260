package io.redoubt.rulepack;

/**
 * Something a supplier is asked. Questions are worded so that {@code YES}, or the {@code favourable} end of a number,
 * is the safe answer.
 *
 * @param id such as {@code Q-ENCRYPTION}
 * @param requirement id of the requirements register
 * @param kind how it is answered
 * @param favourable which end of a number is good; for yes, partial and no always the highest
 * @param unit of a number; empty otherwise
 * @param validityDays how long a favourable answer counts when its evidence names no end, in days
 * @param notApplicable whether a supplier may say that the question does not apply to it
 */
public record Question(
        String id,
        String requirement,
        Kind kind,
        Favourable favourable,
        String unit,
        int validityDays,
        boolean notApplicable,
        String text) {

    /** How a question is answered. */
    public enum Kind {
        YES_PARTIAL_NO,
        NUMBER
    }

    /** Which end of a scale is good. */
    public enum Favourable {
        HIGH,
        LOW
    }
}
