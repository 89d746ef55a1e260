package io.redoubt.jurisdiction;

/**
 * A country or territory of ISO 3166-1.
 *
 * @param iso3 three letters, such as {@code DEU}
 * @param iso2 two letters
 */
public record Country(String iso3, String iso2, String name, String region) {}
