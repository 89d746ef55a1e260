package io.redoubt.rulepack.method;

import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.checks.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A pack as it rates on one day, to be told. Two documents: one for whoever answers for the pack, with everything in it,
 * and one for suppliers, who learn what is asked, what bars work and how much each domain weighs, but no points of a
 * row (SEMANTICS §2).
 *
 * @param day whose parameter values the sentences name
 * @param factors title of each jurisdiction factor by id; a factor without one is told by its id
 * @param findings of the static checks
 */
public record Method(
        RulePack pack, FactCatalogue catalogue, LocalDate day, Map<String, String> factors, List<Finding> findings) {
    public Method {
        factors = Map.copyOf(factors);
        findings = List.copyOf(findings);
    }

    /** @throws PackException if the pack can't rate on that day */
    public Document internal() throws PackException {
        return document(Audience.INTERNAL);
    }

    /** @throws PackException if the pack can't rate on that day */
    public Document forSuppliers() throws PackException {
        return document(Audience.SUPPLIERS);
    }

    /**
     * What each active rule says, by its id, for whoever answers for the pack.
     *
     * @throws PackException if the pack can't rate on that day
     */
    public SortedMap<String, String> sentences() throws PackException {
        Telling telling = Telling.of(this, Audience.INTERNAL);
        SortedMap<String, String> sentences = new TreeMap<>();
        pack.rules().stream()
                .filter(rule -> rule.status() == Rule.Status.ACTIVE)
                .forEach(rule ->
                        sentences.put(rule.id(), telling.sentence(rule).told().plain()));
        return sentences;
    }

    private Document document(Audience audience) throws PackException {
        return new Assembly(this, Telling.of(this, audience)).document();
    }
}
