package io.redoubt.facts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What a register calls an owner. Names are shared and change; owners are known again by this alone.
 *
 * @param scheme who gave it: {@code LEI}, {@code DUNS}, {@code VAT}, or the code of another register
 * @param value as the register writes it
 */
public record OwnerIdentifier(String scheme, String value) {
    /** What a legal entity identifier is given under (ISO 17442). */
    public static final String LEI = "LEI";

    /** As it is compared: registers, lists and suppliers differ in case, spaces and dashes. */
    public OwnerIdentifier plain() {
        return new OwnerIdentifier(plain(scheme), plain(value));
    }

    /** What the value must be and is not. */
    public Optional<String> rule() {
        OwnerIdentifier plain = plain();
        boolean formed = switch (plain.scheme) {
            case LEI -> LegalIdentifiers.isLei(plain.value);
            case "DUNS" -> LegalIdentifiers.isDuns(plain.value);
            case "VAT" -> LegalIdentifiers.isVat(plain.value);
            default -> !plain.value.isEmpty();
        };
        return formed
                ? Optional.empty()
                : Optional.of(
                        switch (plain.scheme) {
                            case LEI -> "be 20 characters with valid check digits (ISO 17442).";
                            case "DUNS" -> "be nine digits.";
                            case "VAT" -> "begin with its country's two letters.";
                            default -> "hold a letter or a digit.";
                        });
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
