package io.redoubt.firmware.sbom;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody says of a vulnerability in a product.
 *
 * @param vulnerability a CVE id where there is one, else what the document calls it
 * @param severity the worst that the document grades it with, of {@code LOW} to {@code CRITICAL}
 * @param justification why the product is not affected, in the document's own code
 * @param products what it is about, as the document names it
 * @param parts components of those that it is about, where it names any
 * @param statedOn the day on which it was said first; empty where the document does not tell
 * @param publishedOn the day on which others published the vulnerability
 */
public record VexStatement(
        String vulnerability,
        Status status,
        Optional<String> severity,
        Optional<String> justification,
        List<String> products,
        List<String> parts,
        Optional<LocalDate> statedOn,
        Optional<LocalDate> publishedOn) {
    public VexStatement {
        products = List.copyOf(products);
        parts = List.copyOf(parts);
    }

    /** What it says; the names are the codes of the fact catalogue. */
    public enum Status {
        AFFECTED,
        NOT_AFFECTED,
        FIXED,
        UNDER_INVESTIGATION
    }

    /** Products and components that it is about. */
    public List<String> subjects() {
        return Stream.concat(products.stream(), parts.stream()).toList();
    }

    /** Whether it says that nothing is to be feared, so that it must be about what it is brought for. */
    public boolean isFavourable() {
        return status == Status.NOT_AFFECTED || status == Status.FIXED;
    }

    /** Whether the product is said to be left alone by it, and why: without a reason such a statement counts for nothing. */
    public boolean excludes() {
        return status == Status.NOT_AFFECTED && justification.isPresent();
    }
}
