package io.redoubt.jurisdiction;

import io.redoubt.shared.FactState;
import io.redoubt.shared.Reading;
import io.redoubt.shared.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All countries and all factors with their values.
 *
 * @param countries by ISO alpha-3 code
 * @param factors by id
 * @param values by factor id, then country
 */
public record Jurisdictions(
        SortedMap<String, Country> countries,
        SortedMap<String, Factor> factors,
        Map<String, Map<String, Reading>> values) {
    /** A country's value of a factor; unknown where the factor is off or its list claims nothing about the country. */
    public Reading reading(String factorId, String iso3) {
        Factor factor = factors.get(factorId);
        if (factor == null || !countries.containsKey(iso3)) {
            throw new IllegalArgumentException(
                    "The factor (" + factorId + ") and the country (" + iso3 + ") must be known.");
        }
        Reading listed = values.getOrDefault(factorId, Map.of()).get(iso3);
        if (!factor.active()) {
            return Reading.unknown(factor.type(), FactState.UNKNOWN);
        }
        if (listed != null) {
            return listed;
        }
        return factor.missing() instanceof Factor.Missing.Means means
                ? Reading.known(means.value())
                : Reading.unknown(factor.type(), FactState.UNKNOWN);
    }

    /** Every factor's value for a country, by factor id in order. */
    public SortedMap<String, Reading> readings(String iso3) {
        SortedMap<String, Reading> found = new TreeMap<>();
        factors.keySet().forEach(id -> found.put(id, reading(id, iso3)));
        return found;
    }

    /** The types of the factors' values, by id: what the fact catalogue adds to {@code Site}. */
    public Map<String, ValueType> types() {
        Map<String, ValueType> types = new LinkedHashMap<>();
        factors.forEach((id, factor) -> types.put(id, factor.type()));
        return types;
    }

    /** Whether both know the same countries, and the same factors with values of the same types. */
    public boolean hasNamesOf(Jurisdictions other) {
        return countries.keySet().equals(other.countries.keySet()) && types().equals(other.types());
    }

    public List<String> countryCodes() {
        return List.copyOf(countries.keySet());
    }
}
