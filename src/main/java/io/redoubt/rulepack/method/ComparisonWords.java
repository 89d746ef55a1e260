package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operand;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operator;
import io.redoubt.shared.ValueType.Codes;
import io.redoubt.shared.ValueType.Flag;
import io.redoubt.shared.ValueType.Quantity;
import java.util.List;
import java.util.stream.LongStream;

/**
 * One comparison in words. Where codes have an order, what lies above or below is spelt out, since a reader can't know
 * it; where a flag is asked for, what it means stands in its place.
 *
 * @param subject what the rule is about; its fields are <em>its</em>, others are the supplier's or the site's
 * @param called how the subject is called where it is named for the first time; nothing for <em>it</em>
 */
record ComparisonWords(Wording wording, FactType subject, Prose called) {
    /** @param limits whether numbers are told */
    Prose of(Comparison comparison, String unit, boolean limits) {
        FactField field = comparison.field();
        if (field.type() instanceof Flag) {
            return flag(comparison);
        }
        if (field.qualifiedName().equals("Answer.verification") && isSelfAttested(comparison)) {
            return it().then(" is attested by the supplier alone (")
                    .then(Prose.code("SELF_ATTESTED"))
                    .then(")");
        }
        Prose noun = field.qualifiedName().equals("Answer.value") ? it() : noun(field);
        return noun.then(" ").then(predicate(comparison, unit, limits));
    }

    /** What is said of a field's value. */
    Prose predicate(Comparison comparison, String unit, boolean limits) {
        if (comparison.field().type() instanceof Codes codes) {
            return codes(comparison, codes);
        }
        List<Prose> amounts = comparison.operands().stream()
                .map(operand ->
                        limits ? wording.amounts().of(operand, unitOf(comparison.field(), unit)) : Prose.of("a limit"))
                .distinct()
                .toList();
        return switch (comparison.operator()) {
            case EQUAL, IN -> Prose.of("is exactly ").then(Prose.listed(amounts, "or"));
            case NOT_EQUAL -> Prose.of("is not ").then(Prose.listed(amounts, "or"));
            case NOT_IN -> neither(amounts);
            case LESS -> Prose.of("is less than ").then(amounts.get(0));
            case AT_MOST -> Prose.of("is at most ").then(amounts.get(0));
            case GREATER -> Prose.of("is more than ").then(amounts.get(0));
            case AT_LEAST -> Prose.of("is at least ").then(amounts.get(0));
        };
    }

    private static String unitOf(FactField field, String unit) {
        return field.type() instanceof Quantity quantity && !quantity.unit().isEmpty() ? quantity.unit() : unit;
    }

    private Prose codes(Comparison comparison, Codes codes) {
        List<Prose> named = comparison.operands().stream()
                .map(operand -> code(comparison.field(), codes, ((Literal) operand).value()))
                .toList();
        return switch (comparison.operator()) {
            case EQUAL, IN -> Prose.of("is ").then(Prose.listed(named, "or"));
            case NOT_EQUAL -> Prose.of("is not ").then(Prose.listed(named, "or"));
            case NOT_IN -> neither(named);
            case LESS -> Prose.of("is below ").then(named.get(0)).then(meant(comparison, codes));
            case AT_MOST -> Prose.of("is ").then(named.get(0)).then(" or below").then(meant(comparison, codes));
            case GREATER -> Prose.of("is above ").then(named.get(0)).then(meant(comparison, codes));
            case AT_LEAST ->
                Prose.of("is ").then(named.get(0)).then(" or above").then(meant(comparison, codes));
        };
    }

    private static Prose neither(List<Prose> named) {
        return named.size() == 1
                ? Prose.of("is not ").then(named.get(0))
                : Prose.of(named.size() == 2 ? "is neither " : "is none of ")
                        .then(Prose.listed(named, named.size() == 2 ? "nor" : "and"));
    }

    private static Prose meant(Comparison comparison, Codes codes) {
        long limit = ((Literal) comparison.operands().get(0)).value();
        List<Prose> meant = LongStream.rangeClosed(codes.least(), codes.greatest())
                .filter(value -> comparison.operator().holds(value, limit))
                .mapToObj(value -> Prose.code(codes.format(value)))
                .toList();
        return Prose.of(" (that is, ")
                .then(meant.isEmpty() ? Prose.of("never") : Prose.listed(meant, "or"))
                .then(")");
    }

    private Prose code(FactField field, Codes codes, long value) {
        Prose code = Prose.code(codes.format(value));
        boolean question = field.owner() == FactType.ANSWER && field.name().equals("question");
        return question ? wording.question(codes.format(value)) : code;
    }

    private Prose it() {
        return called.isEmpty() ? Prose.of("it") : called;
    }

    /** Whose field it is, and its name. */
    private Prose noun(FactField field) {
        Prose name = Nouns.of(field).map(Prose::of).orElseGet(() -> wording.factor(field.name()));
        if (field.owner() == FactType.SUPPLIER) {
            return name;
        }
        if (field.owner() != subject) {
            return Prose.of("the " + Nouns.of(field.owner()) + "'s ").then(name);
        }
        return called.isEmpty()
                ? Prose.of("its ").then(name)
                : Prose.of("the ").then(name).then(" in ").then(called);
    }

    private Prose flag(Comparison comparison) {
        boolean no = holds(comparison, 0);
        boolean yes = holds(comparison, 1);
        Prose clause = Nouns.clause(comparison.field())
                .map(Prose::of)
                .orElseGet(() -> noun(comparison.field()).then(" is true"));
        if (yes && no) {
            return Prose.of("it is known whether ").then(clause);
        }
        return yes
                ? clause
                : Prose.of(no ? "it is not so that " : "it is neither so nor not so that ")
                        .then(clause);
    }

    private static boolean isSelfAttested(Comparison comparison) {
        return (comparison.operator() == Operator.EQUAL || comparison.operator() == Operator.IN)
                && comparison.operands().equals(List.<Operand>of(new Literal(0)));
    }

    private static boolean holds(Comparison comparison, long value) {
        return comparison
                .operator()
                .holds(
                        value,
                        comparison.operands().stream()
                                .mapToLong(operand -> ((Literal) operand).value())
                                .toArray());
    }
}
