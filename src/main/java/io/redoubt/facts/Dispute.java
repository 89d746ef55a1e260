package io.redoubt.facts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The supplier disputes its rating; marked wherever the rating shows.
 *
 * @param closedOn the day of the decision; empty while open
 */
public record Dispute(String id, LocalDate openedOn, Optional<LocalDate> closedOn, String subject) {}
