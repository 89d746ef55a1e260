package io.redoubt.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.RulePack;
import io.redoubt.scoring.Interpreter;
import io.redoubt.scoring.Rater;
import io.redoubt.scoring.RatingOutcome;
import io.redoubt.scoring.drools.DroolsEvaluator;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.scoring.files.SupplierFile;
import java.util.List;

/** An accepted mutant is no dead letter: from its first day on it rates, the network just as the interpreter does. */
final class RatedAlike implements FuzzRun.Check {
    private static final String SUPPLIERS = """
            [ { "id": "S-0", "name": "Nothing is known" },
              { "id": "S-1", "name": "Much is known",
                "sites": [ { "id": "A", "name": "Works", "country": "JPN", "activities": ["ASSEMBLY"] } ],
                "answers": [ { "question": "Q-NDA", "value": "PARTIAL", "verification": "WITNESSED",
                               "answeredOn": "2026-01-01" } ],
                "findings": [ { "id": "F-1", "site": "A", "standard": "ISO_27001", "severity": "CRITICAL", "openedOn": "2025-06-01",
                                "dueOn": "2025-07-01" } ] } ]
            """;

    private final List<SupplierFacts> suppliers;

    RatedAlike() throws Exception {
        SupplierFactsReader reader = new SupplierFactsReader(FuzzPackFixture.CATALOGUE);
        suppliers = new java.util.ArrayList<>();
        for (var document : SupplierFile.documents(SupplierFile.parse(SUPPLIERS))) {
            suppliers.add(reader.read(document));
        }
    }

    @Override
    public void hold(Mutant mutant, Verdict verdict) {
        if (verdict.isAccepted()) {
            RulePack pack = verdict.pack().orElseThrow();
            try {
                EffectivePack effective = pack.on(pack.header().effectiveFrom());
                assertThat(rate(effective, new DroolsEvaluator(effective.rules())))
                        .isEqualTo(rate(effective, new Interpreter(effective.rules())));
            } catch (PackException e) {
                throw new AssertionError("accepted, and yet it does not rate on its first day", e);
            }
        }
    }

    private List<RatingOutcome> rate(EffectivePack pack, io.redoubt.scoring.RuleEvaluator evaluator) {
        return new Rater(pack, FuzzPackFixture.CATALOGUE, evaluator).rateAll(suppliers);
    }
}
