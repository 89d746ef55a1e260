package io.redoubt.listing;

import io.redoubt.facts.OwnerIdentifier;
import io.redoubt.shared.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Owners that one publisher lists.
 *
 * @param applies whether the list binds the buyer: some laws forbid acting on another state's list
 */
public record OwnerList(String id, String title, Source source, boolean applies, List<Entry> entries) {
    public OwnerList {
        entries = List.copyOf(entries);
    }

    /**
     * One owner on it.
     *
     * @param name for readers alone; owners are matched by identifier
     * @param from first day
     * @param until last day; empty while listed
     */
    public record Entry(OwnerIdentifier identifier, String name, LocalDate from, Optional<LocalDate> until) {
        boolean holdsOn(LocalDate day) {
            return !from.isAfter(day)
                    && until.filter(last -> last.isBefore(day)).isEmpty();
        }
    }
}
