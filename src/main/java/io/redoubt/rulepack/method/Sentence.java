package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operator;
import io.redoubt.rulepack.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule as one sentence made from its typed model alone, so that it says what runs and nothing else. Rules about
 * anything but the supplier as a whole act on each such thing by itself and begin with <em>For each</em>.
 */
record Sentence(Rule rule, Wording wording, ActionWords actions) {
    /** More questions than these are named by their ids, and their texts stand below the sentence. */
    static final int MOST_TEXTS = 2;

    Prose told() {
        List<Condition> parts = new ArrayList<>(ConditionWords.whole(rule.when()));
        Optional<Comparison> asked = parts.stream()
                .filter(part -> part instanceof Comparison comparison && isAsked(comparison))
                .map(Comparison.class::cast)
                .findFirst();
        asked.ifPresent(parts::remove);
        Prose called = asked.filter(one -> one.operands().size() == 1 && isOfAnswer(parts))
                .map(one -> Prose.of("the answer to ").then(Prose.joined(questions(one), "")))
                .orElse(Prose.NONE);
        Prose scope = called.isEmpty() ? asked.map(this::scope).orElseGet(this::scope) : Prose.NONE;
        Prose start = scope.isEmpty() ? Prose.NONE : scope.then(": ");
        Prose all = new ConditionWords(rule, wording, unit()).of(parts, called);
        Prose condition = parts.isEmpty()
                ? Prose.of(scope.isEmpty() ? "always, " : "")
                : Prose.of("if ").then(all).then(", ");
        return start.then(otherwise())
                .then(condition)
                .then(actions.of(rule.then()))
                .then(".")
                .capitalised();
    }

    /** Whether the first condition can name the answer. */
    private static boolean isOfAnswer(List<Condition> parts) {
        return !parts.isEmpty()
                && parts.get(0) instanceof Comparison comparison
                && comparison.field().owner() == FactType.ANSWER;
    }

    private boolean isAsked(Comparison comparison) {
        return rule.subject() == FactType.ANSWER
                && comparison.field().owner() == FactType.ANSWER
                && comparison.field().name().equals("question")
                && (comparison.operator() == Operator.EQUAL || comparison.operator() == Operator.IN);
    }

    private Prose scope(Comparison asked) {
        List<Prose> questions = asked.operands().size() <= MOST_TEXTS
                ? questions(asked)
                : codes(asked).stream().map(Prose::code).toList();
        return Prose.of(questions.size() == 1 ? "for the answer to " : "for each of the answers to ")
                .then(Prose.listed(questions, "or"));
    }

    /** Questions that the sentence names by their ids alone. */
    List<Prose> leftOut() {
        return ConditionWords.whole(rule.when()).stream()
                .filter(part -> part instanceof Comparison comparison && isAsked(comparison))
                .map(Comparison.class::cast)
                .limit(1)
                .filter(asked -> asked.operands().size() > MOST_TEXTS)
                .flatMap(asked -> questions(asked).stream())
                .toList();
    }

    private List<Prose> questions(Comparison asked) {
        return codes(asked).stream().map(wording::question).toList();
    }

    private Prose scope() {
        return rule.subject() == FactType.SUPPLIER ? Prose.NONE : Prose.of("for each " + Nouns.of(rule.subject()));
    }

    private String otherwise() {
        List<Prose> above = wording.above().getOrDefault(rule.id(), List.of()).stream()
                .map(Prose::of)
                .toList();
        if (above.isEmpty()) {
            return "";
        }
        String none = above.size() == 1
                ? above.get(0).plain() + " does not apply"
                : above.size() == 2
                        ? "neither " + Prose.listed(above, "nor").plain() + " applies"
                        : "none of " + Prose.listed(above, "and").plain() + " applies";
        boolean one = rule.subject() == FactType.SUPPLIER;
        return "otherwise, that is where " + none + (one ? "" : " to the same " + Nouns.of(rule.subject())) + ", ";
    }

    /** Of the number that the rule's only question asks for. */
    private String unit() {
        List<String> units = rule.when()
                .comparisons()
                .filter(this::isAsked)
                .flatMap(asked -> codes(asked).stream())
                .map(wording::unitOf)
                .distinct()
                .toList();
        return units.size() == 1 ? units.get(0) : "";
    }

    private static List<String> codes(Comparison comparison) {
        return comparison.operands().stream()
                .map(operand -> comparison.field().type().format(((Literal) operand).value()))
                .toList();
    }
}
