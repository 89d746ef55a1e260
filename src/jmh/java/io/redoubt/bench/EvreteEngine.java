package io.redoubt.bench;

import java.util.Arrays;
import java.util.List;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatelessSession;
import org.evrete.api.Type;
import org.evrete.api.TypeResolver;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.RuleSetBuilder;

/**
 * Evrete with one knowledge for all and one stateless session for a batch; fields are declared by function and
 * conditions are lambdas, so nothing is compiled from text and nothing is read by reflection.
 */
final class EvreteEngine implements Engine {
    private final Knowledge knowledge;
    private final List<Subject> subjects;

    EvreteEngine(EqualityTable table) {
        this.knowledge = new KnowledgeService().newKnowledge().configureTypes(EvreteEngine::declareFields);
        RuleSetBuilder<Knowledge> rules = knowledge.builder();
        for (int row = 0; row < table.rows(); row++) {
            int code = table.code(row);
            int points = table.points()[row];
            ValuesPredicate isCode = values -> (int) values.get(0) == code;
            rules.newRule("row " + row)
                    .forEach("$s", Subject.class)
                    .where(isCode, "$s.a" + table.attribute(row))
                    .execute(context -> context.<Subject>get("$s").add(points));
        }
        rules.build();
        this.subjects = Arrays.stream(table.suppliers()).map(Subject::new).toList();
    }

    private static void declareFields(TypeResolver types) {
        Type<Subject> type = types.declare(Subject.class);
        for (int i = 0; i < EqualityTable.ATTRIBUTES; i++) {
            int attribute = i;
            type.declareIntField("a" + i, subject -> subject.code(attribute));
        }
    }

    @Override
    public int[] totals() {
        StatelessSession session = knowledge.newStatelessSession();
        session.insert(subjects);
        session.fire();
        return subjects.stream().mapToInt(Subject::takeTotal).toArray();
    }
}
