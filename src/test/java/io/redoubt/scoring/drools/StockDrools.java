package io.redoubt.scoring.drools;

import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Rule;
import io.redoubt.scoring.FactSet;
import io.redoubt.scoring.Trail;
import io.redoubt.shared.Reading;
import io.redoubt.shared.Truth;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/** The third oracle: Drools as everybody gets it, compiling the rules from text. */
final class StockDrools {
    private final FactCatalogue catalogue;
    private final KieBase base;
    private final List<Reading> unknownSite;

    StockDrools(FactCatalogue catalogue, List<Rule> rules) {
        this.catalogue = catalogue;
        this.base = new KieHelper()
                .addContent(StrengthenedDrl.of(catalogue, rules), ResourceType.DRL)
                .build();
        this.unknownSite = FactsFixture.nothing(catalogue);
    }

    /** What fired for each supplier; all of them stand in one session. */
    List<StockTally> evaluate(List<List<FactsFixture.Row>> suppliers) {
        KieSession session = base.newKieSession();
        try {
            List<StockTally> tallies = new ArrayList<>();
            for (List<FactsFixture.Row> rows : suppliers) {
                StockTally tally = new StockTally();
                insert(session, rows, tally);
                tallies.add(tally);
            }
            session.fireAllRules();
            return tallies;
        } finally {
            session.dispose();
        }
    }

    private void insert(KieSession session, List<FactsFixture.Row> rows, StockTally tally) {
        int nowhere = FactsFixture.NOWHERE;
        session.insert(fact(new FactsFixture.Row(FactType.SITE, unknownSite, nowhere), tally, nowhere));
        for (int i = 0; i < rows.size(); i++) {
            session.insert(fact(rows.get(i), tally, i));
        }
    }

    private Object fact(FactsFixture.Row row, StockTally tally, int number) {
        try {
            org.kie.api.definition.type.FactType type =
                    base.getFactType("stock", row.type().label());
            Object fact = type.newInstance();
            type.set(fact, "home", tally);
            type.set(fact, "number", number);
            type.set(fact, "site", row.site());
            for (FactField field : catalogue.fields(row.type())) {
                Reading reading = row.readings().get(field.index());
                List<String> parts = StrengthenedDrl.parts(field);
                type.set(fact, parts.get(0), reading.state().name());
                type.set(fact, parts.get(1), reading.low());
                type.set(fact, parts.get(2), reading.high());
            }
            return fact;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A declared fact must have a constructor without arguments.", e);
        }
    }

    /** The same as a trail: TRUE where both forms fired, MAYBE where only the possible one did. */
    static Trail trail(StockTally tally, FactSet facts) {
        if (!tally.possible().containsAll(tally.certain())) {
            throw new IllegalStateException("What is certain must be possible.");
        }
        Trail trail = new Trail();
        tally.possible()
                .forEach(hit -> trail.add(
                        hit.rule(),
                        facts.rows().get(hit.row()),
                        tally.certain().contains(hit) ? Truth.TRUE : Truth.MAYBE));
        trail.sort();
        return trail;
    }
}
