package io.redoubt.rulepack.drl;

import io.redoubt.files.Problems;
import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operator;
import io.redoubt.rulepack.Vocabulary;
import io.redoubt.shared.ValueType.Codes;
import java.util.ArrayList;
import java.util.List;

/**
 * The inside of a pattern: {@code or := and ('||' and)*}, {@code and := atom ('&&' atom)*}, {@code atom := '(' or ')' |
 * field operator literal | field ['not'] 'in' '(' literal, … ')'}. A code is a text in quotes, a number and a flag
 * stand bare, a parameter begins with a dollar sign.
 */
final class ConstraintGrammar {
    /** Those of the pattern and of a list are beside it. */
    private static final int MAX_NESTING = SafeDrlReader.MAX_DEPTH - 2;

    private final DrlTokens tokens;
    private final String owner;
    private final FactType subject;
    private final Vocabulary vocabulary;
    private int depth;

    ConstraintGrammar(String text, String owner, FactType subject, Vocabulary vocabulary) {
        this.tokens = new DrlTokens(text);
        this.owner = owner;
        this.subject = subject;
        this.vocabulary = vocabulary;
    }

    Condition read() {
        Condition condition = or();
        tokens.expectEnd();
        if (nesting(condition) > MAX_NESTING) {
            throw tooDeep();
        }
        return condition;
    }

    /** Brackets around the condition when it is written with a pair for each alternative and each of its parts. */
    private static int nesting(Condition condition) {
        if (condition instanceof Condition.Comparison) {
            return 0;
        }
        List<Condition> parts =
                condition instanceof Condition.AllOf all ? all.parts() : ((Condition.AnyOf) condition).parts();
        return 1 + parts.stream().mapToInt(ConstraintGrammar::nesting).max().orElse(0);
    }

    private static IllegalArgumentException tooDeep() {
        return new IllegalArgumentException(
                "The brackets must be nested at most " + SafeDrlReader.MAX_DEPTH + " deep.");
    }

    private Condition or() {
        List<Condition> parts = new ArrayList<>(List.of(and()));
        while (tokens.accept("||")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.AnyOf(parts);
    }

    private Condition and() {
        List<Condition> parts = new ArrayList<>(List.of(atom()));
        while (tokens.accept("&&")) {
            parts.add(atom());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.AllOf(parts);
    }

    private Condition atom() {
        if (tokens.accept("(")) {
            if (++depth > SafeDrlReader.MAX_DEPTH) {
                throw tooDeep();
            }
            Condition inner = or();
            tokens.expect(")");
            depth--;
            return inner;
        }
        FactField field = vocabulary.field(owner + "." + tokens.next(), subject);
        String symbol = tokens.next();
        if (symbol.equals("not")) {
            symbol += " " + tokens.next();
        }
        Operator operator = Vocabulary.operator(symbol, field);
        List<String> literals = new ArrayList<>();
        if (operator.takesMany()) {
            tokens.expect("(");
            do {
                literals.add(literal(field));
            } while (tokens.accept(","));
            tokens.expect(")");
        } else {
            literals.add(literal(field));
        }
        return vocabulary.comparison(field, operator, literals);
    }

    private String literal(FactField field) {
        String token = tokens.next();
        boolean quoted = token.startsWith("\"");
        if (!token.startsWith("$") && quoted != field.type() instanceof Codes) {
            throw new IllegalArgumentException("The value (" + Problems.shown(token) + ") must be "
                    + field.type().describe() + (quoted ? " without quotes." : " in quotes."));
        }
        return DrlTokens.unquote(token);
    }
}
