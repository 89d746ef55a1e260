package io.redoubt.scoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The last day on which something counts as it does, or by which something must be done. Nothing happens on it; from the
 * day after, ratings are other ones by themselves.
 *
 * @param key of the fact, among those of its kind
 * @param what it is of, in words: the text of a question, a scheme with its number
 * @param lastDay calendar day at the site
 * @param site id of the site; empty where it is of the supplier as a whole
 */
public record Deadline(Kind kind, String key, String what, LocalDate lastDay, Optional<String> site) {
    /** How many days before its last day each is told, the nearest first. */
    public static final List<Integer> TOLD_DAYS_AHEAD = List.of(1, 7, 30);

    /** What ends, or is due. */
    public enum Kind {
        /** Evidence of a favourable answer. */
        ANSWER,
        /** That a question does not apply. */
        NOT_APPLICABLE,
        CERTIFICATION,
        /** The audit that keeps a certificate alive. */
        SURVEILLANCE,
        /** The correction of a finding. */
        FINDING,
        WAIVER,
        OWNERSHIP_SCREENING,
        /** That a list may be relied on as complete. */
        REGISTER,
        ENGAGEMENT
    }
}
