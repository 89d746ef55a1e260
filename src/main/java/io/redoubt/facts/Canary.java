package io.redoubt.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of one marked decoy.
 *
 * @param custodyRecord where the record of who had it lies
 * @param reviewers who looked at the attribution; it takes two
 * @param supplierHeardOn the day the supplier was heard
 */
public record Canary(
        String id,
        LocalDate placedOn,
        String outcome,
        Optional<String> custodyRecord,
        List<String> reviewers,
        Optional<LocalDate> supplierHeardOn) {
    public Canary {
        reviewers = List.copyOf(reviewers);
    }
}
