package io.redoubt.rulepack;

import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Operand.Literal;
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

    /** The first comparison that such a fact meets: a rule with it that bars must not be waivable. */
    public static Optional<Comparison> in(Condition condition) {
        return condition.comparisons().filter(NeverWaived::isMet).findFirst();
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
