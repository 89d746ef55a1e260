package io.redoubt.rulepack.drl;

import io.redoubt.files.Problems;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.Vocabulary;
import io.redoubt.shared.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.ParserError;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Reads rules in the safe cut of Drools' rule language. Everything not expressly allowed is refused: the stance is a
 * list of what may stand, never a list of what may not.
 *
 * <p>Drools' own parser turns the text into descriptors and runs nothing. It is kept from texts that could harm it by
 * caps on size and nesting, and runs on a thread of its own with a fixed stack and a time limit. {@link RuleTranslator}
 * then accepts only the descriptors of plain patterns and reads their inside with a grammar of our own.
 */
public final class SafeDrlReader {
    /** Longest text, in characters. */
    public static final int MAX_CHARACTERS = 64 * 1024;

    /** Deepest nesting of brackets. */
    public static final int MAX_DEPTH = 24;

    private static final int MAX_RULES = 500;
    private static final long STACK_BYTES = 4L << 20;
    private static final int SECONDS = 10;
    /** Editors write it in front of a text; anywhere else it hides something. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SafeDrlReader() {}

    /** Reads a file's rules; what is refused is a problem with file, line and column. */
    public static List<Rule> read(String file, String written, Vocabulary vocabulary, Problems problems) {
        String unmarked = written.startsWith(BYTE_ORDER_MARK) ? written.substring(1) : written;
        // a line ends where it does on a screen, whichever system wrote it
        String text = unmarked.replace("\r\n", "\n").replace('\r', '\n');
        if (!isBounded(file, text, problems)) {
            return List.of();
        }
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr descriptor;
        try {
            descriptor = parse(parser, text);
        } catch (IllegalArgumentException e) {
            problems.add(Place.of(file, 1), String.valueOf(e.getMessage()));
            return List.of();
        }
        if (parser.hasErrors() || descriptor == null) {
            parser.getErrors().forEach(error -> problems.add(place(file, error), syntax(error)));
            if (!parser.hasErrors()) {
                problems.add(Place.of(file, 1), "The file must hold at least one rule.");
            }
            return List.of();
        }
        return translate(file, descriptor, vocabulary, problems);
    }

    private static List<Rule> translate(
            String file, PackageDescr descriptor, Vocabulary vocabulary, Problems problems) {
        if (!PackageGate.letsThrough(file, descriptor, problems)) {
            return List.of();
        }
        if (descriptor.getRules().isEmpty()) {
            problems.add(Place.of(file, 1), "The file must hold at least one rule.");
        }
        if (descriptor.getRules().size() > MAX_RULES) {
            problems.add(Place.of(file, 1), "The file must hold at most " + MAX_RULES + " rules.");
            return List.of();
        }
        List<Rule> rules = new ArrayList<>();
        for (RuleDescr rule : descriptor.getRules()) {
            new RuleTranslator(file, vocabulary, problems)
                    .translate(rule, rules.size())
                    .ifPresent(rules::add);
        }
        return rules;
    }

    private static boolean isBounded(String file, String text, Problems problems) {
        if (text.length() > MAX_CHARACTERS) {
            problems.add(
                    Place.of(file), "The file must have at most " + MAX_CHARACTERS + " characters.\nMaybe split it.");
            return false;
        }
        int hidden = hidden(text);
        if (hidden < text.length()) {
            problems.add(
                    at(file, text, hidden),
                    "The text must not contain Unicode escapes, control characters or invisible characters.");
            return false;
        }
        Optional<DrlScan.TooDeep> deep = DrlScan.tooDeep(text, MAX_DEPTH);
        deep.ifPresent(one -> problems.add(
                at(file, text, one.at()),
                "The brackets must be nested at most " + one.most() + " deep"
                        + (one.most() == MAX_DEPTH ? "." : " where no condition needs them.")));
        return deep.isEmpty();
    }

    /**
     * Where the first Unicode escape stands, or control character, or character that reorders or hides text or is none;
     * the length of the text where there is none.
     */
    private static int hidden(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isHidden(text.codePointAt(i)) || text.startsWith("\\u", i)) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isHidden(int codePoint) {
        if (codePoint >= ' ' && codePoint <= '~') {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> "\t\n\r".indexOf(codePoint) < 0;
            case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> codePoint == 0xFFFE || codePoint == 0xFFFF;
        };
    }

    private static Place at(String file, String text, int index) {
        String before = text.substring(0, index);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place(file, line, index - before.lastIndexOf('\n'));
    }

    /** @throws IllegalArgumentException if the parser fails in any way */
    private static PackageDescr parse(DrlParser parser, String text) {
        FutureTask<PackageDescr> task = new FutureTask<>(() -> parser.parse(false, text));
        Thread thread = new Thread(null, task, "drl-parser", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalArgumentException("The text must be readable as rules.\nMaybe simplify it.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("The reading of rules was interrupted.", e);
        }
    }

    private static Place place(String file, DroolsError error) {
        if (error instanceof ParserError parserError) {
            return new Place(file, Math.max(1, parserError.getRow()), Math.max(0, parserError.getCol()) + 1);
        }
        int[] lines = error.getLines();
        return Place.of(file, lines.length == 0 ? 1 : Math.max(1, lines[0]));
    }

    private static String syntax(DroolsError error) {
        return "The rule must be well-formed: "
                + Problems.shown(String.valueOf(error.getMessage()).replace('\n', ' ')) + ".";
    }
}
