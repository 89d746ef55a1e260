package io.redoubt.rulepack;

import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Operand.Literal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A pack on one day: only literals are left, so it can be evaluated and its network built once.
 *
 * @param packHash of the pack with all its dates
 * @param rules active ones in the pack's order; their position is their number in a trail
 */
public record EffectivePack(RulePack pack, String packHash, LocalDate day, List<Rule> rules) {
    public EffectivePack {
        rules = List.copyOf(rules);
    }

    /** Names what is evaluated: two days with the same parameter values share one network. */
    public String rulesHash() {
        return CanonicalForm.sha256(pack.tables(), rules);
    }

    /** The ids of the questions that the pack's rules ask about: what a supplier can leave unanswered. */
    public Set<String> questions() {
        return rules.stream()
                .flatMap(rule -> rule.when().comparisons())
                .filter(c -> c.field().owner() == FactType.ANSWER && c.field().identity())
                .flatMap(EffectivePack::codes)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static java.util.stream.Stream<String> codes(Comparison comparison) {
        return comparison.operands().stream()
                .map(operand -> comparison.field().type().format(((Literal) operand).value()));
    }

    public Map<String, Domain> domainsById() {
        return pack.domains().stream().collect(Collectors.toMap(Domain::id, d -> d));
    }
}
