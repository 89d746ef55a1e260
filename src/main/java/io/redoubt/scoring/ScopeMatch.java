package io.redoubt.scoring;

import io.redoubt.facts.Certification;
import io.redoubt.facts.CertifiedScope;
import io.redoubt.facts.Site;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.shared.Micros;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether a certificate covers the work, by what its scheme is about.
 *
 * <ul>
 *   <li>ISO/IEC 27001: legal entity, site, activities and statement of applicability;
 *   <li>IEC 62443-4-1: development organisation, product line and a maturity level of 2 (managed) or more;
 *   <li>IEC 62443-4-2 and -3-3: product or system, and a security level.
 * </ul>
 *
 * What is recorded of the scope can only lower what a named reviewer judged; without a name nothing is confirmed, and
 * a partial match clears nothing. What nobody recorded may yet turn out well, so a match has two ends.
 */
enum ScopeMatch {
    NONE,
    PARTIAL,
    CONFIRMED;

    private static final long MANAGED = 2 * Micros.ONE;

    /** What the work is: its site, if any, and its product, if any. */
    record Work(String supplier, Optional<Site> site, Optional<String> product) {}

    /** @param assumed whether what nobody recorded is taken to be well: then this is the best that the match may be */
    static ScopeMatch of(Certification certificate, Work work, boolean assumed) {
        ScopeMatch judged = valueOf(certificate.scopeMatch());
        if (judged == CONFIRMED && certificate.reviewedBy().isEmpty() && !assumed) {
            judged = PARTIAL;
        }
        return least(judged, least(bySite(certificate, work), byScope(certificate, work, assumed)));
    }

    private static ScopeMatch least(ScopeMatch a, ScopeMatch b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** A certificate issued for one site says nothing about another. */
    private static ScopeMatch bySite(Certification certificate, Work work) {
        boolean elsewhere = certificate.site().isPresent()
                && work.site()
                        .filter(site -> !site.id().equals(certificate.site().get()))
                        .isPresent();
        return elsewhere ? NONE : CONFIRMED;
    }

    private static ScopeMatch byScope(Certification certificate, Work work, boolean assumed) {
        if (certificate.scope().isEmpty()) {
            return CONFIRMED;
        }
        CertifiedScope scope = certificate.scope().get();
        return switch (certificate.scheme()) {
            case "ISO_27001" -> informationSecurity(scope, work, assumed);
            case "IEC_62443_4_1" -> development(scope, work, assumed);
            case "IEC_62443_4_2", "IEC_62443_3_3" -> product(scope, work, assumed);
            default -> CONFIRMED;
        };
    }

    private static ScopeMatch informationSecurity(CertifiedScope scope, Work work, boolean assumed) {
        if (!work.site()
                .map(site -> holds(scope.sites(), site.id()::equals, assumed))
                .orElse(assumed)) {
            return NONE;
        }
        List<String> done = work.site().map(Site::activities).orElse(List.of());
        boolean whole = isFor(scope, work, assumed)
                && (assumed || !done.isEmpty())
                && (scope.activities().isEmpty() ? assumed : scope.activities().containsAll(done))
                && scope.statementOfApplicability().orElse(assumed);
        return whole ? CONFIRMED : PARTIAL;
    }

    private static ScopeMatch development(CertifiedScope scope, Work work, boolean assumed) {
        if (!isFor(scope, work, assumed) || !names(scope, work, assumed)) {
            return NONE;
        }
        return scope.level().map(level -> level >= MANAGED).orElse(assumed) ? CONFIRMED : PARTIAL;
    }

    private static ScopeMatch product(CertifiedScope scope, Work work, boolean assumed) {
        if (!names(scope, work, assumed)) {
            return NONE;
        }
        return scope.level().isPresent() || assumed ? CONFIRMED : PARTIAL;
    }

    private static boolean isFor(CertifiedScope scope, Work work, boolean assumed) {
        return scope.organisation()
                .map(name -> plain(name).equals(plain(work.supplier())))
                .orElse(assumed);
    }

    private static boolean names(CertifiedScope scope, Work work, boolean assumed) {
        return work.product()
                .map(product -> holds(scope.products(), named -> plain(named).equals(plain(product)), assumed))
                .orElse(assumed);
    }

    /** A list with nothing on it was not recorded: no certificate is issued for nothing. */
    private static boolean holds(List<String> named, Predicate<String> which, boolean assumed) {
        return named.isEmpty() ? assumed : named.stream().anyMatch(which);
    }

    /** Width, case and spacing of letters make no other name. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s.,]+", " ")
                .strip();
    }

    /** As the catalogue writes it. */
    long code() {
        return StandardFields.SCOPE_MATCH.parse(name());
    }
}
