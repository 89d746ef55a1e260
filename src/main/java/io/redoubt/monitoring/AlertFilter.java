package io.redoubt.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which signals become alerts: those of one of the kinds that every other list lets pass. An empty list lets everything
 * pass, but that of kinds, which must not be empty.
 *
 * @param suppliers ids
 * @param countries ISO 3166-1 alpha-3; one of the supplier's is enough
 * @param badges of a rating; a signal without one does not pass
 */
record AlertFilter(List<Signal.Kind> kinds, List<String> suppliers, List<String> countries, List<String> badges) {
    AlertFilter {
        kinds = List.copyOf(kinds);
        suppliers = List.copyOf(suppliers);
        countries = List.copyOf(countries);
        badges = List.copyOf(badges);
    }

    private static final JsonMapper JSON = new JsonMapper();

    /** As a rule keeps it. */
    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A filter must be writable.", e);
        }
    }

    static AlertFilter read(String json) {
        try {
            return JSON.readValue(json, AlertFilter.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept filter must be readable.", e);
        }
    }

    boolean matches(Signal signal) {
        return kinds.contains(signal.kind())
                && matches(suppliers, signal.supplier())
                && (countries.isEmpty() || !Collections.disjoint(countries, signal.countries()))
                && matches(badges, signal.badge());
    }

    private static boolean matches(List<String> allowed, Optional<String> value) {
        return allowed.isEmpty() || value.filter(allowed::contains).isPresent();
    }
}
