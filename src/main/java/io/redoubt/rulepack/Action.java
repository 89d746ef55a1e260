package io.redoubt.rulepack;

import java.util.List;

/** What a rule does when it fires. The list is closed: an author cannot add to it. */
public sealed interface Action {
    /**
     * Adds points to a domain. Where more is worse, negative points are favourable; where more is better, adverse.
     *
     * @param points on the pack's scale
     */
    record AddPoints(String domain, Operand points) implements Action {}

    /**
     * Forbids classes of work, whatever the points.
     *
     * @param classes at least one, sorted
     * @param waivable false where nobody may accept the risk: an embargo, a missing licence, an attributed leak
     */
    record Bar(List<WorkClass> classes, boolean waivable) implements Action {
        public Bar {
            classes = classes.stream().sorted().distinct().toList();
        }
    }

    /**
     * Lets a supplier say that questions do not apply to it. Only where the condition is certainly true: what may be
     * true excuses nobody.
     *
     * @param questions at least one id, sorted
     */
    record Excuse(List<String> questions) implements Action {
        public Excuse {
            questions = questions.stream().sorted().distinct().toList();
        }
    }
}
