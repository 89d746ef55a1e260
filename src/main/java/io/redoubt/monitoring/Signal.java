package io.redoubt.monitoring;

import java.util.Optional;
import java.util.Set;

/**
 * Something that somebody may want to know of, whoever noticed it.
 *
 * @param supplier empty where it is of a country or of the methodology
 * @param subject what it is about, such as the id of a certificate: the same of the same is one alert
 * @param countries ISO 3166-1 alpha-3, where the supplier works or which it is of
 * @param badge the supplier's, where a rating tells it
 * @param told in a sentence
 */
record Signal(
        Kind kind,
        Optional<String> supplier,
        String subject,
        Set<String> countries,
        Optional<String> badge,
        String told) {
    /** What kinds there are: the first six are told by others, the last ones follow from ratings. */
    enum Kind {
        HSM_VENDOR_CHANGE,
        SIGNING_PROVIDER_CHANGE,
        OWNER_CHANGE,
        CERTIFICATE_STATUS,
        LIST_STATUS,
        COUNTRY_FACTOR,
        BADGE_WORSE,
        BADGE_BETTER,
        CLEARANCE_LOST,
        METHODOLOGY_REFUSED;

        boolean isTold() {
            return compareTo(COUNTRY_FACTOR) <= 0;
        }
    }
}
