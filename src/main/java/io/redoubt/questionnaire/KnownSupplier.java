package io.redoubt.questionnaire;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.shared.Truth;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a supplier on a day, as far as it decides what to ask.
 *
 * @param inherent inherent risk in points, the worst of what is asked about, rounded up; empty where it is not known
 * @param excuses of each question that a rule may excuse whether it does, and the rule in words
 */
record KnownSupplier(SupplierFacts facts, Optional<Integer> inherent, Map<String, Excuse> excuses) {
    KnownSupplier {
        excuses = Map.copyOf(excuses);
    }

    /** Whether a question does not apply, and why. */
    record Excuse(Truth truth, String reason) {}

    /** Whether a rule may let the supplier say that a question does not apply. */
    boolean mayExcuse(String question) {
        Excuse excuse = excuses.get(question);
        return excuse != null && excuse.truth().isPossible();
    }
}
