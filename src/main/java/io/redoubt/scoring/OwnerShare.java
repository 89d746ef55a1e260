package io.redoubt.scoring;

import io.redoubt.facts.Link;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.shared.Micros;

/**
 * What an owner has in a supplier.
 *
 * @param votes in millionths of a percent
 * @param appoints whether it has the power to appoint
 */
record OwnerShare(String supplier, long votes, boolean appoints) {
    private static final long ALL = 100 * Micros.ONE;

    /** What is known. */
    static OwnerShare least(SupplierFacts supplier, Link link) {
        return new OwnerShare(
                supplier.id(), link.percent().orElse(0L), link.controls().orElse(false));
    }

    /** What may be: of what nobody knows, everything. */
    static OwnerShare most(SupplierFacts supplier, Link link) {
        return new OwnerShare(
                supplier.id(), link.percent().orElse(ALL), link.controls().orElse(true));
    }
}
