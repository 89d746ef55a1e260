package io.redoubt.scoring.drools;

import io.redoubt.rulepack.Rule;
import io.redoubt.scoring.FactRow;
import io.redoubt.scoring.FactSet;
import io.redoubt.scoring.RuleEvaluator;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * Evaluates rules with Drools, one session for a whole batch of suppliers: rules never join facts, so suppliers in one
 * session can't meet. The network is built once and shared by all threads.
 */
public final class DroolsEvaluator implements RuleEvaluator {
    private final KieBase network;

    /** @param rules with literals only */
    public DroolsEvaluator(List<Rule> rules) {
        this.network = RuleNetwork.build(rules);
    }

    @Override
    public void evaluate(List<FactSet> batch) {
        KieSession session = network.newKieSession();
        try {
            for (FactSet facts : batch) {
                for (FactRow row : facts.rows()) {
                    session.insert(row);
                }
            }
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        batch.forEach(facts -> facts.trail().sort());
    }
}
