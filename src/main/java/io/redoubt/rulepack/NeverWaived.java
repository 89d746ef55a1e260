package io.redoubt.rulepack;

import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Operand.Literal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What nobody may accept the risk of, whatever a pack says: an embargo, owners on the lists, a missing licence, an
 * attributed leak. The first three are law, and the last is what makes the strictest outcome mean something.
 */
public final class NeverWaived {
    private static final Map<String, String> FACTS = Map.of(
            "Site.us_group_e1", "true",
            "Site.us_group_e2", "true",
            "Supplier.transfer_licence_missing", "true",
            "Supplier.owner_list", "LISTED_HALF_OR_MORE",
            "Supplier.canary", "ATTRIBUTED");

    private NeverWaived() {}

    /**
     * The first comparison of a waivable knock-out that such a fact meets, unless another knock-out bars the same work
     * by that fact alone and may not be waived.
     *
     * @param rules of the pack
     */
    public static Optional<Comparison> in(Rule rule, List<Rule> rules) {
        if (!(rule.then() instanceof Bar bar) || !bar.waivable()) {
            return Optional.empty();
        }
        return rule.when()
                .comparisons()
                .filter(NeverWaived::isMet)
                .filter(met -> rules.stream().noneMatch(other -> stands(other, bar, met.field())))
                .findFirst();
    }

    private static boolean stands(Rule rule, Bar waivable, FactField field) {
        return rule.then() instanceof Bar bar
                && rule.status() == Rule.Status.ACTIVE
                && !bar.waivable()
                && bar.classes().containsAll(waivable.classes())
                && rule.when().comparisons().allMatch(c -> c.field().equals(field) && isMet(c));
    }

    private static boolean isMet(Comparison comparison) {
        String value = FACTS.get(comparison.field().qualifiedName());
        return value != null
                && comparison.operands().stream().allMatch(Literal.class::isInstance)
                && comparison
                        .operator()
                        .holds(
                                comparison.field().type().parse(value),
                                comparison.operands().stream()
                                        .mapToLong(operand -> ((Literal) operand).value())
                                        .toArray());
    }
}
