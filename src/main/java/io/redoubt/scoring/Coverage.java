package io.redoubt.scoring;

import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.FactType;
import io.redoubt.shared.Share;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of what a pack asks is answered with live evidence: 1 − width / width with nothing known, over the control
 * domains by their weights. Widths are taken from the contributions before clamping and floor: a domain that is full
 * of bad news would otherwise seem fully answered. What is not applicable leaves both widths, and what a list may leave
 * out has none: it counts in the figures and clearances.
 */
final class Coverage {
    private static final long RATIO_PARTS = 1_000_000_000_000L;

    private final List<Domain> domains;
    /** Width with nothing known, by domain and then by fact. */
    private final Map<String, Map<String, Long>> full = new HashMap<>();

    /** Where a domain is a ratio, its widths count as parts of what its applicable facts could make. */
    private final boolean ratio;

    /** @param nothingKnown the contributions of a supplier of which nothing is known */
    Coverage(List<Domain> controlDomains, List<Contribution> nothingKnown, boolean ratio) {
        this.domains = List.copyOf(controlDomains);
        this.ratio = ratio;
        nothingKnown.stream()
                .filter(Coverage::isAsked)
                .forEach(c -> full.computeIfAbsent(c.domain(), d -> new HashMap<>())
                        .merge(c.fact(), c.width().micros(), Math::addExact));
    }

    /**
     * What was found out about one supplier.
     *
     * @param total over all control domains
     * @param notApplicable share of each domain's weight that does not apply
     */
    record Result(Share total, SortedMap<String, Share> byDomain, SortedMap<String, Share> notApplicable) {}

    /** @param excused facts that are not applicable to the supplier */
    Result of(List<Contribution> contributions, Set<String> excused) {
        return of(contributions, excused, Set.of());
    }

    /** @param left domains that do not apply, of which nothing is asked */
    Result of(List<Contribution> contributions, Set<String> excused, Set<String> left) {
        SortedMap<String, Share> byDomain = new TreeMap<>();
        SortedMap<String, Share> notApplicable = new TreeMap<>();
        BigInteger open = BigInteger.ZERO;
        BigInteger whole = BigInteger.ZERO;
        for (Domain domain : domains) {
            long all = width(domain, Set.of());
            long applicable = width(domain, excused);
            long missing = Math.min(missing(domain, contributions), applicable);
            notApplicable.put(domain.id(), Share.of(applicable, all).rest());
            if (left.contains(domain.id())) {
                continue;
            }
            byDomain.put(domain.id(), Share.of(applicable - missing, applicable));
            BigInteger weight = BigInteger.valueOf(domain.weight().ppm());
            open = open.add(weight.multiply(parts(missing, applicable)));
            whole = whole.add(weight.multiply(parts(applicable, applicable)));
        }
        return new Result(Share.of(whole.subtract(open), whole), byDomain, notApplicable);
    }

    private BigInteger parts(long width, long applicable) {
        BigInteger parts = BigInteger.valueOf(width);
        return ratio
                ? parts.multiply(BigInteger.valueOf(RATIO_PARTS)).divide(BigInteger.valueOf(Math.max(1, applicable)))
                : parts;
    }

    private long width(Domain domain, Set<String> without) {
        return full.getOrDefault(domain.id(), Map.of()).entrySet().stream()
                .filter(e -> !without.contains(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static long missing(Domain domain, List<Contribution> contributions) {
        return contributions.stream()
                .filter(c -> c.domain().equals(domain.id()) && isAsked(c))
                .mapToLong(c -> c.width().micros())
                .sum();
    }

    /** A list may leave out any number of facts, so it has no width to be a part of. */
    private static boolean isAsked(Contribution contribution) {
        return !contribution.fact().endsWith(FactRow.UNLISTED);
    }

    /** The facts that a supplier need not answer for. */
    static Set<String> excused(FactSet facts) {
        Set<String> found = new HashSet<>();
        for (FactRow row : facts.rows()) {
            if (isExcused(row)) {
                found.add(row.toString());
            }
        }
        return found;
    }

    static boolean isExcused(FactRow row) {
        return row.type() == FactType.ANSWER && row.excused();
    }
}
