package io.redoubt.facts;

import java.util.Optional;

/**
 * A clause of the contract register and how it stands with this supplier.
 *
 * @param days its length where it has one, such as a remediation window or a notice period, in millionths of a day
 */
public record Clause(String clause, String standing, Optional<Long> days) {}
