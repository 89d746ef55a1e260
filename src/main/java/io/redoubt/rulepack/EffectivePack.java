package io.redoubt.rulepack;

import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Operand.Literal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The same rules and figures; nothing is told of other weights. */
    public EffectivePack withoutSamples() {
        return new EffectivePack(pack.with(new Weighting(List.of(), Weighting.USUAL_SEED, 0)), packHash, day, rules);
    }

    /** Names what is evaluated: two days with the same parameter values share one network. */
    public String rulesHash() {
        return CanonicalForm.sha256(pack.tables(), rules);
    }

    /**
     * The ids of the questions that some rule may have something to say about: what a supplier can leave unanswered. A
     * rule that names no question, or only those it is not about, is about all the others.
     *
     * @param known ids of all questions
     */
    public Set<String> questions(Collection<String> known) {
        return known.stream()
                .filter(id ->
                        rules.stream().anyMatch(rule -> rule.subject() == FactType.ANSWER && concerns(rule.when(), id)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean concerns(Condition condition, String question) {
        if (condition instanceof Condition.AllOf all) {
            return all.parts().stream().allMatch(part -> concerns(part, question));
        }
        if (condition instanceof Condition.AnyOf any) {
            return any.parts().stream().anyMatch(part -> concerns(part, question));
        }
        Comparison comparison = (Comparison) condition;
        boolean names = comparison.field().owner() == FactType.ANSWER
                && comparison.field().identity();
        boolean listed = names && codes(comparison).anyMatch(question::equals);
        boolean excludes = comparison.operator() == Operator.NOT_EQUAL || comparison.operator() == Operator.NOT_IN;
        return !names || listed != excludes;
    }

    private static Stream<String> codes(Comparison comparison) {
        return comparison.operands().stream()
                .map(operand -> comparison.field().type().format(((Literal) operand).value()));
    }
}
