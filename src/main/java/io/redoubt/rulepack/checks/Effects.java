package io.redoubt.rulepack.checks;

import io.redoubt.rulepack.Action;
import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Action.Excuse;
import java.util.Collections;

/** How what two rules do stands to each other. */
final class Effects {
    private Effects() {}

    /** Whether two effects are about the same thing, so that they may double or contradict each other. */
    static boolean areOfOneMatter(Action one, Action other) {
        if (one instanceof AddPoints a && other instanceof AddPoints b) {
            return a.domain().equals(b.domain());
        }
        if (one instanceof Bar a && other instanceof Bar b) {
            return !Collections.disjoint(a.classes(), b.classes());
        }
        return one instanceof Excuse a
                && other instanceof Excuse b
                && !Collections.disjoint(a.questions(), b.questions());
    }

    /** Whether two effects about the same thing say the same of it. */
    static boolean areEqual(Action one, Action other) {
        if (one instanceof Bar a && other instanceof Bar b) {
            return a.waivable() == b.waivable();
        }
        return one instanceof Excuse ? other instanceof Excuse : one.equals(other);
    }
}
