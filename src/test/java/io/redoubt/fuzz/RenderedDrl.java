package io.redoubt.fuzz;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar of what the product may write as DRL, told a second time and by hand, so that a fault of the renderer does
 * not excuse itself. Whoever compiles such a text with stock Drools compiles comparisons of fields with literals, one
 * action of the list, and texts that no quote, backslash or line break ends early; nothing else fits.
 */
final class RenderedDrl {
    private static final String TEXT = "\"(?:[^\"\\\\\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029])+\"";
    private static final Pattern RULE = Pattern.compile("rule \"[A-Z]{2,6}-[0-9]{2,3}[a-z]?\"\n"
            + "(?:  @(?:title|description|reason|requirements|citations|rationale|remediation|domain|status)\\(" + TEXT
            + "\\)\n){3,9}when\n((?:  [A-Za-z]+\\( [^\n]* \\)\n)+)then\n  ([^\n]+)\nend\n");
    private static final Set<String> KINDS = Set.of(
            "Supplier",
            "Site",
            "Answer",
            "Finding",
            "Certification",
            "Audit",
            "Clause",
            "FirmwareRelease",
            "Vulnerability",
            "Incident");
    private static final String CLASS = "\"(?:STANDARD|CONFIDENTIAL|CRITICAL)/[A-Z_]{5,24}\"";
    private static final Pattern ACTION = Pattern.compile(
            "points\\( (?:-?[0-9]{1,5}(?:\\.[0-9]{1,6})?|\\$[A-Za-z_]\\w*) \\);" + "|(?:bar|barUnwaivable)\\( " + CLASS
                    + "(?:, " + CLASS + ")*+ \\);|excuse\\( \"Q-[A-Z-]+\"(?:, \"Q-[A-Z-]+\")*+ \\);");
    private static final Pattern LITERAL =
            Pattern.compile("\"[A-Za-z0-9_-]+\"|-?[0-9]{1,13}(?:\\.[0-9]{1,6})?|true|false|\\$[A-Za-z_]\\w*");
    private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern OPERATOR = Pattern.compile("==|!=|<=|>=|<|>|not in|in");
    private static final List<String> NEVER = List.of("eval", "new ", "import", "function");

    private final String text;
    private int at;

    private RenderedDrl(String text) {
        this.text = text;
    }

    /** Whether a text is one rule that may be written. */
    static boolean isOne(String text) {
        Matcher rule = RULE.matcher(text);
        return rule.matches()
                && ACTION.matcher(rule.group(2)).matches()
                && rule.group(1).lines().allMatch(line -> new RenderedDrl(line.strip()).isPattern());
    }

    private boolean isPattern() {
        String kind = text.substring(0, text.indexOf('('));
        at = kind.length();
        if (!KINDS.contains(kind) || NEVER.stream().anyMatch(text::contains)) {
            return false;
        }
        return text.substring(at).equals("(  )")
                || (take("( ") && areConstraints() && take(" )") && at == text.length());
    }

    private boolean areConstraints() {
        do {
            if (!isCondition()) {
                return false;
            }
        } while (take(", "));
        return true;
    }

    /** A comparison, or alternatives or parts of one kind in brackets. */
    private boolean isCondition() {
        if (!take("( ")) {
            return isComparison();
        }
        if (!isCondition()) {
            return false;
        }
        String glue = text.startsWith(" && ", at) ? " && " : " || ";
        while (take(glue)) {
            if (!isCondition()) {
                return false;
            }
        }
        return take(" )");
    }

    private boolean isComparison() {
        if (!take(FIELD) || !take(" ")) {
            return false;
        }
        boolean many = text.startsWith("in ", at) || text.startsWith("not in ", at);
        if (!take(OPERATOR) || !take(" ")) {
            return false;
        }
        if (!many) {
            return take(LITERAL);
        }
        boolean fits = take("( ") && take(LITERAL);
        while (fits && take(", ")) {
            fits = take(LITERAL);
        }
        return fits && take(" )");
    }

    private boolean take(String piece) {
        boolean stands = text.startsWith(piece, at);
        at += stands ? piece.length() : 0;
        return stands;
    }

    private boolean take(Pattern piece) {
        Matcher matcher = piece.matcher(text).region(at, text.length());
        boolean stands = matcher.lookingAt();
        at = stands ? matcher.end() : at;
        return stands;
    }
}
