package io.redoubt.facts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An approved, dated exception from one knock-out for one class of work.
 *
 * @param rule id of the knock-out
 * @param workClass as {@code SENSITIVITY/ACTIVITY}
 * @param engagement id of the engagement it is for
 * @param validUntil last day, at most 180 days after {@code validFrom}
 * @param compensatingControl what protects meanwhile
 * @param seenFacts hash of the facts that the approver saw
 * @param seenBadge the badge that the approver saw: with a riskier one the waiver is stale
 * @param seenRisk the number that the approver saw, of the worst end: with a riskier one the waiver is stale
 * @param renews first day of the waiver that it renews; one renewal and no more
 */
public record Waiver(
        String rule,
        String workClass,
        Optional<String> engagement,
        LocalDate validFrom,
        LocalDate validUntil,
        String requestedBy,
        String approvedBy,
        String reason,
        Optional<String> compensatingControl,
        Optional<String> seenFacts,
        Optional<String> seenBadge,
        Optional<Integer> seenRisk,
        Optional<LocalDate> renews) {
    /** Longest a waiver may run, in days. */
    public static final int LONGEST_DAYS = 180;
}
