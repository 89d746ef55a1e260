package io.redoubt.rulepack.checks;

import io.redoubt.rulepack.Action;
import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Action.Excuse;
import java.util.Collections;
import java.util.Set;

/** How what two rules do stands to each other. */
final class Effects {
    private Effects() {}

    /** Whether two effects are about the same thing, so that they may double or contradict each other. */
    static boolean areOfOneMatter(Action one, Action other) {
        if (one instanceof AddPoints a && other instanceof AddPoints b) {
            return a.domain().equals(b.domain());
        }
        if (one instanceof Bar a && other instanceof Bar b) {
            // two that may be waived alike and bar more together than each are no matter of each other
            return a.waivable() == b.waivable()
                    ? a.classes().containsAll(b.classes()) || b.classes().containsAll(a.classes())
                    : !Collections.disjoint(a.classes(), b.classes());
        }
        return one instanceof Excuse a
                && other instanceof Excuse b
                && !Collections.disjoint(a.questions(), b.questions());
    }

    /** Whether one of two effects about the same thing does nothing beside the other. */
    static boolean isVain(Action one, Action other) {
        return areEqual(one, other) || (one instanceof Bar a && other instanceof Bar b && a.waivable() == b.waivable());
    }

    /** Whether two effects say the same. */
    static boolean areEqual(Action one, Action other) {
        if (one instanceof Bar a && other instanceof Bar b) {
            return a.waivable() == b.waivable() && Set.copyOf(a.classes()).equals(Set.copyOf(b.classes()));
        }
        if (one instanceof Excuse a && other instanceof Excuse b) {
            return Set.copyOf(a.questions()).equals(Set.copyOf(b.questions()));
        }
        return one.equals(other);
    }
}
