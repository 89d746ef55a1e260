package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.AnyOf;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operator;
import io.redoubt.rulepack.Rule;
import io.redoubt.shared.ValueType.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule as one sentence made from its typed model alone, so that it says what runs and nothing else. Rules about
 * anything but the supplier as a whole act on each such thing by itself and begin with <em>For each</em>. Alternatives
 * stand in square brackets with letters, so that <em>and</em> and <em>or</em> never compete.
 */
record Sentence(Rule rule, Wording wording, ActionWords actions) {
    /** More questions than these are named by their ids, and their texts stand below the sentence. */
    static final int MOST_TEXTS = 2;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    Prose told() {
        List<Condition> parts = new ArrayList<>(whole(rule.when()));
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
        Prose all = all(parts, called);
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
        return whole(rule.when()).stream()
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
        List<String> above = wording.above().getOrDefault(rule.id(), List.of());
        return above.isEmpty()
                ? ""
                : "otherwise, that is where "
                        + Prose.listed(above.stream().map(Prose::of).toList(), "or")
                                .plain()
                        + " does not apply"
                        + (rule.subject() == FactType.SUPPLIER ? "" : " to the same " + Nouns.of(rule.subject()))
                        + ", ";
    }

    private Prose all(List<Condition> parts, Prose called) {
        Prose all = Prose.NONE;
        for (int i = 0; i < parts.size(); i++) {
            String glue = i == 0 ? "" : parts.size() == 2 ? " and " : ", and ";
            all = all.then(glue)
                    .then(
                            i > 0 && isSameField(parts.get(i - 1), parts.get(i))
                                    ? words(Prose.NONE).predicate((Comparison) parts.get(i), unit(), tells((Comparison)
                                            parts.get(i)))
                                    : part(parts.get(i), 1, i == 0 ? called : Prose.NONE));
        }
        return all;
    }

    /** Two limits of one number need its name once. */
    private static boolean isSameField(Condition one, Condition next) {
        return one instanceof Comparison a
                && next instanceof Comparison b
                && a.field().equals(b.field())
                && a.field().type() instanceof Quantity;
    }

    private ComparisonWords words(Prose called) {
        return new ComparisonWords(wording, rule.subject(), called);
    }

    private boolean tells(Comparison comparison) {
        return wording.discretion().tells(rule, comparison);
    }

    private Prose part(Condition condition, int depth, Prose called) {
        if (condition instanceof Comparison comparison) {
            return words(called).of(comparison, unit(), tells(comparison));
        }
        List<Condition> parts = parts(condition);
        if (parts.size() == 1) {
            return part(parts.get(0), depth, called);
        }
        if (parts.isEmpty()) {
            return Prose.of("nothing else is asked");
        }
        boolean any = condition instanceof AnyOf;
        Prose inside = Prose.NONE;
        for (int i = 0; i < parts.size(); i++) {
            Prose told = part(parts.get(i), depth + 1, Prose.NONE);
            inside = inside.then(i == 0 ? "" : any ? "; or " : "; and ")
                    .then("(" + label(depth, i) + ") ")
                    .then(told);
        }
        return Prose.of(any ? "at least one of these is so: [" : "all of these are so: [")
                .then(inside)
                .then("]");
    }

    private static String label(int depth, int index) {
        String letter = index < LETTERS.length() ? LETTERS.substring(index, index + 1) : String.valueOf(index + 1);
        return depth % 2 == 1 ? letter : String.valueOf(index + 1);
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

    /** What must all be so, whatever brackets it stands in. */
    private static List<Condition> whole(Condition condition) {
        boolean any = condition instanceof AnyOf && parts(condition).size() > 1;
        if (any || condition instanceof Comparison) {
            return List.of(condition);
        }
        return parts(condition).stream().flatMap(part -> whole(part).stream()).toList();
    }

    private static List<Condition> parts(Condition condition) {
        if (condition instanceof AllOf all) {
            return all.parts();
        }
        return condition instanceof AnyOf any ? any.parts() : List.of(condition);
    }
}
