package io.redoubt.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An audit finding.
 *
 * @param dueOn the day that was agreed; empty for the end of the remediation window
 * @param receivedAt when the supplier got it: the window's start, which an extension never moves
 * @param extendedUntil last day of an extension
 * @param verifiedOn the day its correction was verified; empty while it counts
 */
public record Finding(
        String id,
        String severity,
        String standard,
        LocalDate openedOn,
        Optional<LocalDate> dueOn,
        Optional<Instant> receivedAt,
        Optional<LocalDate> extendedUntil,
        Optional<LocalDate> claimedOn,
        Optional<LocalDate> verifiedOn,
        Optional<String> site) {}
