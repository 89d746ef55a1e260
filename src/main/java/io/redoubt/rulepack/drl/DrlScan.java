package io.redoubt.rulepack.drl;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How deep the brackets of a text are nested, told before Drools' parser reads it. Its time is exponential in brackets of
 * most kinds, where a dozen take seconds; those of safe DRL it reads in no time: of a pattern, an annotation, an action, a
 * list and a condition. Brackets in quotes and comments are passed over, as long as there is no doubt where these end:
 * from the first sign that the lexer might see it otherwise, everything counts, as of any kind.
 */
final class DrlScan {
    /** How deep brackets of any kind may be: so many times over fill a file without a parser needing seconds. */
    private static final int MOST_OF_ANY = 3;

    /** Words in front of a bracket inside of no other. */
    private static final Pattern OPENS = Pattern.compile("[A-Z]\\w*|@\\s*\\w+|points|bar|barUnwaivable|excuse");

    private final String text;
    private int depth;
    private int ofAny;
    private boolean doubtful;
    /** Where the word ends, or the sign stands, that came last; blanks and comments are passed over. */
    private int last = -1;

    private DrlScan(String text) {
        this.text = text;
    }

    /**
     * A bracket that is nested too deep.
     *
     * @param at index in the text
     * @param most how deep those of its kind may be
     */
    record TooDeep(int at, int most) {}

    /** @param most how deep the brackets of safe DRL may be */
    static Optional<TooDeep> tooDeep(String text, int most) {
        DrlScan scan = new DrlScan(text);
        int at = 0;
        while (at < text.length() && scan.depth <= most && scan.ofAny <= MOST_OF_ANY) {
            at = scan.next(at);
        }
        return scan.ofAny > MOST_OF_ANY
                ? Optional.of(new TooDeep(scan.last, MOST_OF_ANY))
                : scan.depth > most ? Optional.of(new TooDeep(scan.last, most)) : Optional.empty();
    }

    private int next(int at) {
        char c = text.charAt(at);
        if (!doubtful && (text.startsWith("//", at) || text.startsWith("/*", at))) {
            return behindComment(at);
        }
        if (!doubtful && (c == '"' || c == '\'')) {
            return behindQuote(at, c);
        }
        if ("([{".indexOf(c) >= 0) {
            ofAny += ofAny > 0 || doubtful || c != '(' || !isKnown() ? 1 : 0;
            depth++;
        } else if (")]}".indexOf(c) >= 0) {
            // never below none: brackets that close nothing would pay for others that open
            depth = Math.max(0, depth - 1);
            ofAny = Math.max(0, ofAny - 1);
        }
        doubtful |= "'\"#`?\\".indexOf(c) >= 0;
        last = Character.isWhitespace(c) ? last : at;
        return at + 1;
    }

    private int behindComment(int at) {
        boolean line = text.charAt(at + 1) == '/';
        int end = text.indexOf(line ? "\n" : "*/", at + 2);
        boolean apart = at == 0 || " \t\n(),;".indexOf(text.charAt(at - 1)) >= 0;
        doubtful = !apart || (!line && end < 0);
        return doubtful ? at : end < 0 ? text.length() : end + (line ? 0 : 2);
    }

    private int behindQuote(int at, char quote) {
        int end = text.indexOf(quote, at + 1);
        boolean apart = at > 0 && " \t\n(,=<>|&!".indexOf(text.charAt(at - 1)) >= 0;
        boolean followed = end > 0 && end + 1 < text.length() && "\"'".indexOf(text.charAt(end + 1)) >= 0;
        doubtful = end < 0 || !apart || followed || text.substring(at, end).indexOf('\\') >= 0;
        last = doubtful ? last : end;
        return doubtful ? at : end + 1;
    }

    /** Whether a bracket of safe DRL may open here. */
    private boolean isKnown() {
        String before = before();
        return depth == 0
                ? OPENS.matcher(before).matches()
                : before.equals("in") || (before.length() == 1 && "(,&|".contains(before));
    }

    /** The word with its {@code @}, or the sign, that came last. */
    private String before() {
        int from = last;
        while (from > 0 && isWord(text.charAt(from)) && isWord(text.charAt(from - 1))) {
            from--;
        }
        int at = from;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        boolean annotates = at > 0 && text.charAt(at - 1) == '@' && isWord(text.charAt(from));
        return last < 0 ? "" : text.substring(annotates ? at - 1 : from, last + 1);
    }

    private static boolean isWord(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '_');
    }
}
