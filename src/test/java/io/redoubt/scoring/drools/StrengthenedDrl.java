package io.redoubt.scoring.drools;

import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.drl.DrlRenderer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes of the DRL that the product renders for people two texts that stock Drools can compile: one that fires where
 * the rule is <em>certainly</em> true and one where it is <em>possibly</em> true. Patterns, brackets, commas, {@code &&}
 * and {@code ||} stay as rendered. Only the comparisons change: each becomes one of the two ends of a fact's range.
 *
 * <p>A list of values is written as runs of neighbours {@code [a, b]}: a range is certainly in the list if it lies in
 * one run, and possibly if it meets one.
 */
final class StrengthenedDrl {
    private static final Pattern PATTERN = Pattern.compile("  (\\w+)\\( (.*) \\)");
    private static final Pattern COMPARISON = Pattern.compile(
            "(\\w+) (==|!=|<=|>=|<|>|not in|in) (\\( (?:\"[^\"]*\"|[^\\s()\"]+)(?:, (?:\"[^\"]*\"|[^\\s()\"]+))* \\)"
                    + "|\"[^\"]*\"|[^\\s(),]+)");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"|([^\\s(),\"]+)");

    private final FactCatalogue catalogue;
    private final Rule rule;
    private final boolean certain;

    private StrengthenedDrl(FactCatalogue catalogue, Rule rule, boolean certain) {
        this.catalogue = catalogue;
        this.rule = rule;
        this.certain = certain;
    }

    /** Neighbouring values {@code first … last}. */
    private record Run(long first, long last) {}

    /** A file with the declared facts and two rules for each of these. */
    static String of(FactCatalogue catalogue, List<Rule> rules) {
        StringBuilder text =
                new StringBuilder("package stock;\nimport " + StockTally.class.getName() + ";\ndialect \"mvel\"\n");
        for (FactType type : FactType.values()) {
            text.append("declare ")
                    .append(type.label())
                    .append("\n  home : StockTally\n  number : int\n  site : int\n");
            for (FactField field : catalogue.fields(type)) {
                text.append("  %1$s_state : String%n  %1$s_low : long%n  %1$s_high : long%n".formatted(field.name()));
            }
            text.append("end\n");
        }
        for (int i = 0; i < rules.size(); i++) {
            text.append(new StrengthenedDrl(catalogue, rules.get(i), true).rewritten(i));
            text.append(new StrengthenedDrl(catalogue, rules.get(i), false).rewritten(i));
        }
        return text.toString();
    }

    private String rewritten(int number) {
        List<String> lines = new ArrayList<>(DrlRenderer.render(rule).lines().toList());
        lines.set(0, "rule \"" + number + (certain ? " certain\"" : " possible\""));
        int when = lines.indexOf("when");
        int then = lines.indexOf("then");
        String home = "$home : home";
        for (int i = when + 1; i < then; i++) {
            lines.set(i, pattern(lines.get(i), home));
            home = "home == $home";
        }
        lines.set(then + 1, "  $home.add( " + number + ", $row, " + certain + " );");
        return String.join("\n", lines) + "\n";
    }

    private String pattern(String line, String home) {
        Matcher matcher = PATTERN.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("The line (" + line + ") must be a pattern.");
        }
        FactType owner = FactType.labelled(matcher.group(1)).orElseThrow();
        List<String> constraints = new ArrayList<>(List.of(home));
        if (owner == rule.subject()) {
            constraints.add("$row : number");
            constraints.add("number >= 0");
            boolean placed = rule.subject() != FactType.SITE
                    && rule.when().comparisons().anyMatch(c -> c.field().owner() == FactType.SITE);
            if (placed) {
                constraints.add("site == $site");
            }
        } else if (owner == FactType.SITE) {
            constraints.add("$site : number");
        }
        if (!matcher.group(2).isBlank()) {
            constraints.add(COMPARISON.matcher(matcher.group(2)).replaceAll(m -> comparison(owner, m)));
        }
        return "  " + owner.label() + "( " + String.join(", ", constraints) + " )";
    }

    private String comparison(FactType owner, java.util.regex.MatchResult found) {
        FactField field = catalogue.field(owner, found.group(1));
        List<Long> literals = new ArrayList<>();
        Matcher matcher = LITERAL.matcher(found.group(3));
        while (matcher.find()) {
            String text = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            literals.add(field.type().parse(text));
        }
        String name = field.name();
        String known = "( " + name + "_state == \"ANSWERED\" || " + name + "_state == \"STALE\" )";
        String strengthened = "( " + known + " && " + ends(name, found.group(2), literals) + " )";
        if (certain) {
            return Matcher.quoteReplacement(strengthened);
        }
        List<String> open = new ArrayList<>(List.of("UNKNOWN", "UNANSWERED"));
        if (rule.then() instanceof Bar) {
            open.add("NOT_APPLICABLE");
        }
        return Matcher.quoteReplacement(open.stream()
                .map(state -> name + "_state == \"" + state + "\"")
                .collect(Collectors.joining(" || ", "( ", " || " + strengthened + " )")));
    }

    private String ends(String name, String operator, List<Long> literals) {
        String low = name + "_low";
        String high = name + "_high";
        String literal = number(literals.get(0));
        return switch (operator) {
            case "<", "<=" -> (certain ? high : low) + " " + operator + " " + literal;
            case ">", ">=" -> (certain ? low : high) + " " + operator + " " + literal;
            case "==", "in" -> within(low, high, literals, certain);
            default -> "!" + within(low, high, literals, !certain);
        };
    }

    private static String within(String low, String high, List<Long> literals, boolean wholly) {
        return runs(literals).stream()
                .map(run -> (wholly ? low : high) + " >= " + number(run.first()) + " && " + (wholly ? high : low)
                        + " <= " + number(run.last()))
                .collect(Collectors.joining(" ) || ( ", "( ( ", " ) )"));
    }

    private static List<Run> runs(List<Long> literals) {
        List<Run> runs = new ArrayList<>();
        for (long literal : new TreeSet<>(literals)) {
            Run before = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (before != null && before.last() + 1 == literal) {
                runs.set(runs.size() - 1, new Run(before.first(), literal));
            } else {
                runs.add(new Run(literal, literal));
            }
        }
        return runs;
    }

    private static String number(long value) {
        return value == Long.MIN_VALUE ? "Long.MIN_VALUE" : value + "L";
    }

    /** The names of the fields that a declared fact has for each field of the catalogue. */
    static List<String> parts(FactField field) {
        return Arrays.asList(field.name() + "_state", field.name() + "_low", field.name() + "_high");
    }
}
