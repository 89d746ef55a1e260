package io.redoubt.facts;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * One owner.
 *
 * @param identifier what a register calls the owner; empty where nobody gave it
 * @param percent of votes, in millionths of a percent; empty where nobody knows
 * @param controls whether the owner can appoint management, whatever the votes; empty where nobody knows
 * @param listed whether the owner is on a sanction list that binds the buyer; empty where nobody checked
 */
public record Link(
        String owner,
        Optional<OwnerIdentifier> identifier,
        Optional<Long> percent,
        Optional<Boolean> controls,
        LocalDate validFrom,
        Optional<LocalDate> validUntil,
        Optional<Boolean> listed) {
    /** An owner of whom only the name is known. */
    public Link(
            String owner,
            Optional<Long> percent,
            Optional<Boolean> controls,
            LocalDate validFrom,
            Optional<LocalDate> validUntil,
            Optional<Boolean> listed) {
        this(owner, Optional.empty(), percent, controls, validFrom, validUntil, listed);
    }

    public boolean holdsOn(LocalDate day) {
        return !validFrom.isAfter(day)
                && validUntil.filter(until -> until.isBefore(day)).isEmpty();
    }

    /** The same owner, whether on a list or not. */
    public Link withListed(Optional<Boolean> other) {
        return new Link(owner, identifier, percent, controls, validFrom, validUntil, other);
    }

    /** A name as it is compared: case and spacing do not make two owners of one. */
    public static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
