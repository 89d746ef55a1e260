package io.redoubt.questionnaire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.files.Problems;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.policy.Methodology;
import io.redoubt.problem.ProblemType;
import io.redoubt.questionnaire.KnownSupplier.Excuse;
import io.redoubt.rulepack.Action;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.Rule;
import io.redoubt.scoring.EngagementRisk;
import io.redoubt.scoring.FactRow;
import io.redoubt.scoring.Interpreter;
import io.redoubt.scoring.RatedExample;
import io.redoubt.scoring.files.FactsException;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.shared.Truth;
import io.redoubt.supplier.SupplierDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up what is known of a supplier, and what the methodology in force makes of it. */
@ApplicationScoped
class SupplierKnowledge {
    private final SupplierDocuments documents;
    private final ActiveMethodology methodology;

    SupplierKnowledge(SupplierDocuments documents, ActiveMethodology methodology) {
        this.documents = documents;
        this.methodology = methodology;
    }

    /**
     * What is known on a day.
     *
     * @param engagement that is asked about; empty for the supplier as a whole, which is its worst running engagement
     */
    KnownSupplier on(LocalDate day, String supplier, Optional<String> engagement) {
        Methodology active = methodology.get();
        SupplierFacts facts = active.complete(facts(day, supplier), day);
        RatedExample rated = rated(active, facts, day);
        Map<String, EngagementRisk> risks = rated.outcome().detail().engagements();
        engagement.filter(id -> !risks.containsKey(id)).ifPresent(id -> {
            throw ProblemType.INVALID.because("The engagement (" + Problems.shown(id)
                    + ") must be a running one of the supplier.\nMaybe record it first.");
        });
        Collection<EngagementRisk> asked = engagement
                .<Collection<EngagementRisk>>map(id -> List.of(risks.get(id)))
                .orElse(risks.values());
        Optional<Integer> inherent =
                asked.stream().map(risk -> risk.inherent().worst().ceiling()).max(Integer::compare);
        return new KnownSupplier(facts, inherent, excuses(rated));
    }

    /** The facts of a supplier; an unknown one is refused. */
    SupplierFacts facts(LocalDate day, String supplier) {
        ObjectNode document =
                documents.on(day, Optional.empty(), List.of(supplier)).get(supplier);
        if (document == null) {
            throw ProblemType.NOT_FOUND.because("There is no supplier (" + Problems.shown(supplier) + ").");
        }
        try {
            return new SupplierFactsReader(methodology.get().catalogue()).read(document);
        } catch (FactsException e) {
            throw new IllegalStateException("The facts of " + supplier + " must be readable.", e);
        }
    }

    private static RatedExample rated(Methodology active, SupplierFacts facts, LocalDate day) {
        try {
            return active.rater(day).examples(List.of(facts)).get(0);
        } catch (PackException e) {
            throw ProblemType.CONFLICT.because("The methodology can't rate for " + day + ": " + e.getMessage());
        }
    }

    private static Map<String, Excuse> excuses(RatedExample rated) {
        Map<String, Excuse> excuses = new HashMap<>();
        FactRow supplier = rated.facts().rows().get(0);
        for (Rule rule : rated.pack().rules()) {
            if (rule.then() instanceof Action.Excuse excuse) {
                Truth truth = Interpreter.evaluate(rule, supplier);
                String reason = rule.dossier().title() + " (" + rule.id() + ").";
                excuse.questions()
                        .forEach(id -> excuses.merge(
                                id,
                                new Excuse(truth, reason),
                                (a, b) -> a.truth().compareTo(b.truth()) >= 0 ? a : b));
            }
        }
        return excuses;
    }
}
