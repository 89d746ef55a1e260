package io.redoubt.rulepack.drl;

import java.util.OptionalInt;

/**
 * How deep the brackets of a text are nested, told before it is parsed, since a parser's time and stack grow with that.
 * Those in quotes and comments nest nothing and are passed over, as long as there is no doubt where these end: from the
 * first sign that a parser might read otherwise, everything counts.
 */
final class Brackets {
    /** Other quotes, escapes and comments, and what no rule needs outside of quotes. */
    private static final String DOUBTFUL = "'#`\\";

    private final String text;
    private boolean doubtful;

    private Brackets(String text) {
        this.text = text;
        this.doubtful = text.indexOf('\r') >= 0;
    }

    /** Where a bracket opens that is nested deeper. */
    static OptionalInt deeper(String text, int most) {
        Brackets brackets = new Brackets(text);
        int depth = 0;
        for (int i = 0; i < text.length(); i = brackets.next(i)) {
            char c = text.charAt(i);
            // Never below none: brackets that close nothing would pay for others that open.
            depth = Math.max(0, depth + ("([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0));
            if (depth > most) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private int next(int at) {
        if (doubtful) {
            return at + 1;
        }
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        if (text.startsWith("/*", at)) {
            return end("*/", at + 2);
        }
        if (text.charAt(at) == '"') {
            int end = end("\"", at + 1);
            String quoted = text.substring(at + 1, end);
            // three quotes in a row begin a text of several lines for some parsers
            doubtful |= quoted.indexOf('\n') >= 0 || quoted.indexOf('\\') >= 0 || text.startsWith("\"\"\"", at);
            return doubtful ? at + 1 : end;
        }
        doubtful = DOUBTFUL.indexOf(text.charAt(at)) >= 0;
        return at + 1;
    }

    /** Behind the mark that ends what began; where it began if it never ends. */
    private int end(String mark, int from) {
        int found = text.indexOf(mark, from);
        doubtful |= found < 0;
        return found < 0 ? from : found + mark.length();
    }
}
