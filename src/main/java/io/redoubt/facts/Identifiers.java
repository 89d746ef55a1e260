package io.redoubt.facts;

import java.util.Optional;

/**
 * Legal identifiers; they identify, and no rule reads them.
 *
 * @param lei ISO 17442, 20 characters
 * @param duns nine digits
 * @param vat with its country prefix
 */
public record Identifiers(Optional<String> lei, Optional<String> duns, Optional<String> vat) {
    public static final Identifiers NONE = new Identifiers(Optional.empty(), Optional.empty(), Optional.empty());
}
