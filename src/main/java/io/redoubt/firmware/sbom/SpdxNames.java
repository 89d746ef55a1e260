package io.redoubt.firmware.sbom;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.spdx.library.model.v2.enumerations.ChecksumAlgorithm;

/** Words of SPDX 2 that documents write in more than one way. */
final class SpdxNames {
    private SpdxNames() {}

    static String algorithm(String name) {
        return name.toUpperCase(Locale.ROOT)
                .replace('-', '_')
                .replaceFirst("^SHA_", "SHA")
                .replaceFirst("^(BLAKE2B)(\\d)", "$1_$2");
    }

    static boolean isAlgorithm(String name) {
        return Arrays.stream(ChecksumAlgorithm.values())
                .anyMatch(known -> known.name().equals(algorithm(name)));
    }

    static String plain(String type) {
        return type.substring(type.lastIndexOf('/') + 1);
    }

    static boolean isIdentifier(String type) {
        return plain(type).matches("purl|cpe22Type|cpe23Type|swid");
    }

    static String category(String type) {
        return plain(type).equals("purl") ? "PACKAGE_MANAGER" : "SECURITY";
    }

    /** What a reference of a type names; nothing where it names no component. */
    static Optional<Identifier> identifier(String type, String locator) {
        return switch (plain(type)) {
            case "purl" -> Identifier.purl(locator);
            case "cpe22Type", "cpe23Type" -> Identifier.cpe(locator);
            case "swid" -> Identifier.swid(locator);
            default -> Optional.empty();
        };
    }
}
