package io.redoubt.questionnaire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.problem.ProblemType;
import io.redoubt.scoring.files.FactsException;
import io.redoubt.scoring.files.FutureDates;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.supplier.Others;
import io.redoubt.supplier.RecordFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Writes answers to the ledger of facts as a supplier document that names nothing else, read like every other document. */
@ApplicationScoped
class Ledger {
    private final ActiveMethodology methodology;
    private final RecordFacts recordFacts;
    private final Clock clock;

    Ledger(ActiveMethodology methodology, RecordFacts recordFacts, Clock clock) {
        this.methodology = methodology;
        this.recordFacts = recordFacts;
        this.clock = clock;
    }

    /** @param known the supplier as it is known */
    @Transactional(TxType.MANDATORY)
    void write(SupplierFacts known, List<LedgerAnswer> answers, String actor) {
        if (answers.isEmpty()) {
            return;
        }
        ObjectNode document =
                JsonNodeFactory.instance.objectNode().put("id", known.id()).put("name", known.name());
        answers.forEach(answer -> document.withArray("answers").add(answer.json()));
        try {
            SupplierFacts facts = new SupplierFactsReader(methodology.get().catalogue()).read(document);
            new FutureDates(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).check(facts);
            recordFacts.record(facts, Others.KEEP, actor);
        } catch (FactsException e) {
            throw ProblemType.INVALID.because(e.violations());
        }
    }
}
