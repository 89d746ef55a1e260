package io.redoubt.firmware.sbom;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that names a component outside its document too. What is not well-formed names nothing.
 *
 * @param value in its canonical form
 */
public record Identifier(Kind kind, String value) {
    private static final Pattern CPE = Pattern.compile("cpe:(2\\.3:|/)[aho]:[^:]+:[^:]+.*");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32,128}");
    private static final int LONGEST = 2_000;

    /** Of which sort it is. */
    public enum Kind {
        PURL,
        CPE,
        SWID,
        HASH
    }

    public static Optional<Identifier> purl(String text) {
        try {
            return text.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(new Identifier(Kind.PURL, new PackageURL(text.strip()).canonicalize()));
        } catch (MalformedPackageURLException e) {
            return Optional.empty();
        }
    }

    /** A canonical package URL without version, qualifiers and path, which begin with signs that are escaped before them. */
    public static String packageOf(String purl) {
        return purl.split("[@?#]", 2)[0];
    }

    public static Optional<Identifier> cpe(String text) {
        return text.length() <= LONGEST && CPE.matcher(text.strip()).matches()
                ? Optional.of(new Identifier(Kind.CPE, text.strip()))
                : Optional.empty();
    }

    public static Optional<Identifier> swid(String text) {
        return text.isBlank() || text.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new Identifier(Kind.SWID, text.strip()));
    }

    /** @param algorithm as the document writes it; {@code SHA-256}, {@code SHA256} and {@code sha256} are one */
    public static Optional<Identifier> hash(String algorithm, String hex) {
        String plain = hex.strip().toLowerCase(Locale.ROOT);
        String name = algorithm.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return HEX.matcher(plain).matches()
                ? Optional.of(new Identifier(Kind.HASH, name + ":" + plain))
                : Optional.empty();
    }
}
