package io.redoubt.facts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The supplier disputes its rating; marked wherever the rating shows.
 *
 * @param closedOn the day of the decision; empty while open
 */
public record Dispute(String id, LocalDate openedOn, Optional<LocalDate> closedOn, String subject) {
    /** Whether it is open on a day. */
    public boolean isOpen(LocalDate day) {
        return !openedOn.isAfter(day)
                && closedOn.filter(closed -> !closed.isAfter(day)).isEmpty();
    }
}
