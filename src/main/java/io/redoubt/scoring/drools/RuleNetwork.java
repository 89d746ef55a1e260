package io.redoubt.scoring.drools;

import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;

import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operator;
import io.redoubt.rulepack.Rule;
import io.redoubt.scoring.FactRow;
import io.redoubt.shared.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.model.DSL;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * Builds Drools' network for a list of rules out of objects; no rule text is written or compiled.
 *
 * <p>Every row of the fact's kind passes two hashed look-ups: its kind, and the code of one field that the rule
 * compares with {@code ==}. Because an unknown code may be any, a rule whose look-up field can be unknown gets a second
 * branch under the code of the unknown. The rules that the same look-ups find are one rule of the network, because a
 * firing costs far more than a comparison: it decides them in blocks by what the look-ups left, in three-valued
 * logic, and writes a number for each that fires, or may, into the row's trail.
 */
final class RuleNetwork {
    /** The code of a field that has no single known value. */
    private static final Integer UNSETTLED = -1;

    private static final int KIND_INDEX = 0;

    private final ModelImpl model = new ModelImpl();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<Group, List<BlockMember>> groups = new LinkedHashMap<>();

    private RuleNetwork() {}

    /** @param rules with literals only; a rule's place in the list is its number in a trail */
    static KieBase build(List<Rule> rules) {
        RuleNetwork network = new RuleNetwork();
        for (int i = 0; i < rules.size(); i++) {
            network.add(i, rules.get(i));
        }
        network.groups.forEach(network::addGroup);
        return KieBaseBuilder.createKieBaseFromModel(network.model);
    }

    private void add(int number, Rule rule) {
        Optional<Comparison> key = lookUp(rule);
        if (key.isEmpty()) {
            addBranch(number, rule, Optional.empty());
            return;
        }
        Comparison comparison = key.get();
        addBranch(number, rule, Optional.of(new LookUp(comparison.field(), code(comparison))));
        if (mayBeUnknown(comparison.field())) {
            addBranch(number, rule, Optional.of(new LookUp(comparison.field(), UNSETTLED)));
        }
    }

    /** It is known which question an answer belongs to; what a list leaves out may be of any kind. */
    private static boolean mayBeUnknown(FactField field) {
        return !field.identity() || field.owner() != FactType.ANSWER;
    }

    /** A hashed test of one field's code. */
    private record LookUp(FactField field, Integer code) {
        String id() {
            return field + "#" + code;
        }
    }

    /** What rules share that the same look-ups find: together they are one rule of the network. */
    private record Group(FactType kind, Optional<LookUp> lookUp) {
        String id() {
            return kind + " " + lookUp.map(LookUp::id).orElse("any");
        }
    }

    private void addBranch(int number, Rule rule, Optional<LookUp> lookUp) {
        groups.computeIfAbsent(new Group(rule.subject(), lookUp), group -> new ArrayList<>())
                .add(new BlockMember(number, rule, remaining(rule, lookUp)));
    }

    private void addGroup(Group group, List<BlockMember> members) {
        Variable<FactRow> row = DSL.declarationOf(FactRow.class, "row");
        PatternDef<FactRow> pattern = pattern(row);
        FactType kind = group.kind();
        pattern.expr(
                "kind " + kind,
                fact -> fact.type() == kind,
                alphaIndexedBy(FactType.class, ConstraintType.EQUAL, KIND_INDEX, FactRow::type, kind));
        group.lookUp()
                .ifPresent(by -> pattern.expr(
                        by.id(),
                        fact -> codeOf(fact, by.field()).equals(by.code()),
                        alphaIndexedBy(
                                Integer.class,
                                ConstraintType.EQUAL,
                                index(by.field()),
                                fact -> codeOf(fact, by.field()),
                                by.code())));
        RuleBlock[] blocks = RuleBlock.of(members);
        model.addRule(PatternDSL.rule(group.id()).build(pattern, on(row).execute(fact -> {
            for (RuleBlock block : blocks) {
                block.evaluate(fact);
            }
        })));
    }

    /** In the known branch the look-up has already decided its comparison. */
    private static List<Condition> remaining(Rule rule, Optional<LookUp> lookUp) {
        List<Condition> parts = new ArrayList<>(topLevel(rule.when()));
        if (lookUp.isPresent() && !lookUp.get().code().equals(UNSETTLED)) {
            lookUp(rule).ifPresent(parts::remove);
        }
        return parts;
    }

    private static List<Condition> topLevel(Condition condition) {
        return condition instanceof AllOf all ? all.parts() : List.of(condition);
    }

    /** The comparison that finds the rule fastest: a code that names the fact, else the first {@code ==} on a code. */
    private static Optional<Comparison> lookUp(Rule rule) {
        List<Comparison> candidates = topLevel(rule.when()).stream()
                .filter(part -> part instanceof Comparison c
                        && c.operator() == Operator.EQUAL
                        && c.field().type().greatest() < Integer.MAX_VALUE)
                .map(Comparison.class::cast)
                .toList();
        return candidates.stream()
                .filter(c -> c.field().identity())
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private static Integer code(Comparison comparison) {
        return (int) ((Literal) comparison.operands().get(0)).value();
    }

    private static Integer codeOf(FactRow row, FactField field) {
        Reading reading = row.read(field);
        return reading.isKnown() ? Integer.valueOf((int) reading.low()) : UNSETTLED;
    }

    /** One hash table per field: fields of different owners must not share a number. */
    private int index(FactField field) {
        return indexes.computeIfAbsent(field.qualifiedName(), name -> indexes.size() + 1);
    }
}
