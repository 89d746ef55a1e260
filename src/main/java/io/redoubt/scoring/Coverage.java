package io.redoubt.scoring;

import io.redoubt.rulepack.Domain;
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
 * of bad news would otherwise seem fully answered. What is not applicable leaves both widths.
 */
final class Coverage {
    private final List<Domain> domains;
    /** Width with nothing known, by domain and then by fact. */
    private final Map<String, Map<String, Long>> full = new HashMap<>();

    /** @param nothingKnown the contributions of a supplier of which nothing is known */
    Coverage(List<Domain> controlDomains, List<Contribution> nothingKnown) {
        this.domains = List.copyOf(controlDomains);
        nothingKnown.forEach(c -> full.computeIfAbsent(c.domain(), d -> new HashMap<>())
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
        SortedMap<String, Share> byDomain = new TreeMap<>();
        SortedMap<String, Share> notApplicable = new TreeMap<>();
        BigInteger open = BigInteger.ZERO;
        BigInteger whole = BigInteger.ZERO;
        for (Domain domain : domains) {
            long all = width(domain, Set.of());
            long applicable = width(domain, excused);
            long missing = Math.min(missing(domain, contributions), applicable);
            byDomain.put(domain.id(), Share.of(applicable - missing, applicable));
            notApplicable.put(domain.id(), Share.of(applicable, all).rest());
            BigInteger weight = BigInteger.valueOf(domain.weight().ppm());
            open = open.add(weight.multiply(BigInteger.valueOf(missing)));
            whole = whole.add(weight.multiply(BigInteger.valueOf(applicable)));
        }
        return new Result(Share.of(whole.subtract(open), whole), byDomain, notApplicable);
    }

    private long width(Domain domain, Set<String> without) {
        return full.getOrDefault(domain.id(), Map.of()).entrySet().stream()
                .filter(e -> !without.contains(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static long missing(Domain domain, List<Contribution> contributions) {
        return contributions.stream()
                .filter(c -> c.domain().equals(domain.id()))
                .mapToLong(c -> c.width().micros())
                .sum();
    }

    /** The facts that a supplier need not answer for. */
    static Set<String> excused(FactSet facts) {
        Set<String> found = new HashSet<>();
        for (FactRow row : facts.rows()) {
            if (row.type() == io.redoubt.rulepack.FactType.ANSWER && row.excused()) {
                found.add(row.toString());
            }
        }
        return found;
    }
}
