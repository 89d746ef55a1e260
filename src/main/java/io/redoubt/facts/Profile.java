package io.redoubt.facts;

import java.util.Optional;

/**
 * What the supplier does, as far as it decides which questions apply to it; empty where nobody asked.
 *
 * @param subSuppliers whether it passes parts of the work on
 * @param personalData whether it handles personal data for us
 */
public record Profile(Optional<Boolean> subSuppliers, Optional<Boolean> personalData) {
    public static final Profile UNKNOWN = new Profile(Optional.empty(), Optional.empty());
}
