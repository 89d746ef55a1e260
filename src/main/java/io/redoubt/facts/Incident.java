package io.redoubt.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that happened.
 *
 * @param awareAt when the supplier knew of it: the start of its duties to report
 * @param warnedAt when it gave the early warning
 * @param notifiedAt when it gave the full notification
 */
public record Incident(
        String id,
        String kind,
        String severity,
        LocalDate occurredOn,
        Optional<Instant> awareAt,
        Optional<Instant> warnedAt,
        Optional<Instant> notifiedAt,
        Optional<LocalDate> resolvedOn,
        Optional<String> site) {}
