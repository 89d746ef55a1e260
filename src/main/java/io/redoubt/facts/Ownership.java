package io.redoubt.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who owns and controls the supplier.
 *
 * @param disclosed whether every owner above 25 % is named and confirmed; empty where nobody asked
 * @param ownerList listing of the owners on the lists that bind the buyer; empty where nobody checked
 * @param screenedUntil last day the screening may be relied on; a clean result older than that counts no more
 * @param transferLicenceMissing whether a licence that the transfer needs is missing; empty where not assessed
 * @param transferNotificationMissing the same for a notification
 */
public record Ownership(
        Optional<Boolean> disclosed,
        Optional<String> ownerList,
        Optional<LocalDate> screenedUntil,
        Optional<Boolean> transferLicenceMissing,
        Optional<Boolean> transferNotificationMissing,
        List<Link> links) {
    public static final Ownership UNKNOWN = new Ownership(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Ownership {
        links = List.copyOf(links);
    }

    /** The same with these owners. */
    public Ownership withLinks(List<Link> others) {
        return new Ownership(
                disclosed, ownerList, screenedUntil, transferLicenceMissing, transferNotificationMissing, others);
    }
}
