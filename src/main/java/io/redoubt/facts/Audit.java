package io.redoubt.facts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The result of one audit against a standard.
 *
 * @param system what was audited; the latest audit of each system counts
 * @param securityLevel the level it was audited for, in millionths
 */
public record Audit(
        String id,
        String standard,
        String system,
        Optional<Long> securityLevel,
        LocalDate heldOn,
        String result,
        Optional<String> site) {}
