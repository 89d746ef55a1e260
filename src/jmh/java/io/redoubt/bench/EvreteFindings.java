package io.redoubt.bench;

import java.util.List;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatelessSession;
import org.evrete.api.TypeResolver;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.RuleSetBuilder;

/** Evrete over findings, one stateless session for all; each rule is one condition on the whole finding. */
final class EvreteFindings implements Engine {
    private final Knowledge knowledge;
    private final List<Tally> tallies = FindingsTable.tallies();
    private final List<FindingSubject> findings;

    EvreteFindings(FindingsTable table) {
        this.knowledge = new KnowledgeService().newKnowledge().configureTypes(EvreteFindings::declareFields);
        RuleSetBuilder<Knowledge> builder = knowledge.builder();
        for (int i = 0; i < FindingsTable.RULES; i++) {
            int number = i;
            FindingRule rule = table.rules().get(i);
            ValuesPredicate possible = values -> rule.isPossible((FindingSubject) values.get(0));
            builder.newRule("row " + number)
                    .forEach("$f", FindingSubject.class)
                    .where(possible, "$f.self")
                    .execute(context -> {
                        FindingSubject finding = context.get("$f");
                        finding.fired(number, rule.isCertain(finding));
                    });
        }
        builder.build();
        this.findings = table.subjects(tallies).stream().flatMap(List::stream).toList();
    }

    private static void declareFields(TypeResolver types) {
        types.declare(FindingSubject.class).declareField("self", FindingSubject.class, finding -> finding);
    }

    @Override
    public int[] totals() {
        StatelessSession session = knowledge.newStatelessSession();
        session.insert(findings);
        session.fire();
        return tallies.stream().mapToInt(Tally::take).toArray();
    }
}
