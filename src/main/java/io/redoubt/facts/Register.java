package io.redoubt.facts;

import java.time.LocalDate;

/**
 * A statement that a list is complete: only then does absence say something.
 *
 * @param completeUntil last day it may be relied on
 */
public record Register(Kind kind, LocalDate completeUntil) {
    /** Lists whose absence of entries is favourable. */
    public enum Kind {
        FINDINGS,
        CERTIFICATIONS,
        AUDITS,
        VULNERABILITIES,
        INCIDENTS
    }
}
