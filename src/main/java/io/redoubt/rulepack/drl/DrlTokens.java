package io.redoubt.rulepack.drl;

import io.redoubt.files.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few words that safe DRL has: names, parameters, plain numbers, texts without escapes, operators, brackets. */
final class DrlTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\\$?[A-Za-z_][A-Za-z0-9_]{0,80}|-?[0-9]{1,18}(?:\\.[0-9]{1,6})?|\"[^\"\\\\\\r\\n]{0,200}\""
                    + "|==|!=|<=|>=|<|>|&&|\\|\\||[(),;])");

    private final List<String> tokens = new ArrayList<>();
    private int position;

    /** @throws IllegalArgumentException if anything else stands in the text */
    DrlTokens(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            end = matcher.end();
            matcher.region(end, text.length());
        }
        if (!text.substring(end).isBlank()) {
            throw new IllegalArgumentException(
                    "The text (" + Problems.shown(text.substring(end).strip())
                            + ") must be a comparison of a field with literals or an action from the list.");
        }
    }

    String peek() {
        return position < tokens.size() ? tokens.get(position) : "";
    }

    String next() {
        String token = peek();
        if (token.isEmpty()) {
            throw new IllegalArgumentException("The text must not end here.\nMaybe a literal or a bracket is missing.");
        }
        position++;
        return token;
    }

    boolean accept(String token) {
        boolean found = peek().equals(token);
        position += found ? 1 : 0;
        return found;
    }

    void expect(String token) {
        if (!accept(token)) {
            throw new IllegalArgumentException("The text (" + Problems.shown(peek()) + ") must be " + token + " here.");
        }
    }

    void expectEnd() {
        if (position < tokens.size()) {
            throw new IllegalArgumentException("The text (" + Problems.shown(peek()) + ") must not stand here.");
        }
    }

    /** The inside of a text; a name or a number as it is. */
    static String unquote(String token) {
        return token.startsWith("\"") ? token.substring(1, token.length() - 1) : token;
    }
}
