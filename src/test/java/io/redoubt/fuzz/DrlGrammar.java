package io.redoubt.fuzz;

import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operator;
import io.redoubt.shared.RandomFixture;
import io.redoubt.shared.ValueType.Codes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes files of safe DRL from its grammar, in every layout that it lets an author choose: comments, line breaks,
 * brackets that mean nothing, patterns in any order.
 */
final class DrlGrammar {
    private static final int DEEPEST = 3;
    private static final int DEEPEST_SLIP = 30;

    private final Words words;
    private final Slips slips;
    private final RandomFixture random;
    private final Frame frame;

    /**
     * What the rules must fit into.
     *
     * @param control a domain for what a supplier can act on
     * @param location a domain for sites; empty where the pack has none
     */
    record Frame(String prefix, String control, String location, String citation) {}

    DrlGrammar(Words words, Frame frame) {
        this.words = words;
        this.slips = words.slips();
        this.random = slips.random();
        this.frame = frame;
    }

    String file(int rules) {
        StringBuilder text = new StringBuilder(gap(""));
        for (int i = 0; i < rules; i++) {
            text.append(rule(i)).append(gap("\n"));
        }
        return text.toString();
    }

    private String rule(int number) {
        FactType subject = random.pick(Arrays.stream(FactType.values())
                .filter(type -> type != FactType.SITE || !frame.location().isEmpty())
                .toList());
        String id = slips.or("%s-%02d".formatted(frame.prefix(), number + 10), "a", "LEG 1", "LEG-1\nend");
        List<FactType> owners = owners(subject);
        boolean readsSite = owners.contains(FactType.SITE);
        String action = action(subject, readsSite);
        String domain = subject == FactType.SITE ? frame.location() : frame.control();
        return slips.or("rule", "query", "declare", "Rule") + " \"" + id + "\"" + gap(" ")
                + slips.or("", "salience 1 ", "no-loop ", "extends \"LEG-01\" ", "dialect \"mvel\" ")
                + annotations(action.startsWith("points") ? domain : "")
                + slips.or("when", "then", "") + gap("\n")
                + random.shuffled(owners).stream()
                        .map(owner -> pattern(owner, owner == subject))
                        .collect(Collectors.joining(gap("\n")))
                + gap("\n") + slips.or("then", "when", "then[go]") + "\n" + action + "\n" + slips.or("end", "", "End");
    }

    private String annotations(String domain) {
        List<String> lines = new ArrayList<>(List.of(
                annotation("title", words.sentence()),
                annotation("reason", words.reason()),
                annotation("rationale", words.sentence()),
                annotation("citations", slips.or(frame.citation(), "nowhere", "")),
                annotation("requirements", random.either("L-01", "L-01 | C-02", "", " L-01 |F-09 "))));
        if (!domain.isEmpty()) {
            lines.add(annotation("domain", slips.or(domain, "NOWHERE", "")));
        }
        if (random.chance(30)) {
            lines.add(annotation("remediation", words.sentence()));
            lines.add(annotation("status", slips.or(random.either("ACTIVE", "DEPRECATED"), "active")));
        }
        if (random.chance(20)) {
            lines.add(annotation("description", words.sentence()));
        }
        return String.join(gap(" "), random.shuffled(lines)) + gap("\n");
    }

    private String annotation(String name, String value) {
        return "@" + slips.or(name, "Foo", "Override", "title") + random.either("(", "( ")
                + slips.or("\"" + value + "\"", value, "1", "new Object()") + random.either(")", " )");
    }

    private List<FactType> owners(FactType subject) {
        List<FactType> owners = new ArrayList<>(List.of(subject));
        boolean points = random.chance(70);
        Arrays.stream(FactType.values())
                .filter(owner -> owner != subject && (slips.slips() || subject.reaches(owner)))
                .filter(owner ->
                        owner != FactType.SITE || (!points && !frame.location().isEmpty()))
                .filter(owner -> random.chance(40))
                .forEach(owners::add);
        return owners;
    }

    private String pattern(FactType owner, boolean needed) {
        int size = needed ? random.between(1, 3) : random.between(0, 2);
        List<String> constraints = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            constraints.add(condition(owner, slips.slips() ? -DEEPEST_SLIP : 0));
        }
        String inside = String.join(random.either(",", ", ", " , "), constraints);
        return slips.or("", "not ", "exists ", "$s : ", "eval( true ) ")
                + slips.or(owner.label(), "Object", "supplier")
                + random.either("(", "( ")
                + inside
                + random.either(")", " )")
                + slips.or(
                        random.either("", "", ";"), " from new Object()", " over window:length( 1 )", " or Supplier()");
    }

    private String condition(FactType owner, int depth) {
        if (depth < 0 && random.chance(97)) {
            String other = comparison(owner);
            return other + " && ( " + other + " || " + condition(owner, depth + 1) + " )";
        }
        if (depth >= DEEPEST || random.chance(50)) {
            return random.chance(15) ? "( " + comparison(owner) + " )" : comparison(owner);
        }
        List<String> parts = new ArrayList<>();
        int size = random.between(2, 3);
        for (int i = 0; i < size; i++) {
            String part = condition(owner, depth + 1);
            parts.add(random.chance(60) ? "( " + part + " )" : part);
        }
        return String.join(slips.or(random.either(" && ", " || ", "&&", "||"), " and ", " + ", " == "), parts);
    }

    private String comparison(FactType owner) {
        FactField field = words.field(owner);
        Operator operator = words.operator(field);
        boolean quoted = field.type() instanceof Codes;
        String literals = words.literals(field, operator).stream()
                .map(literal -> slips.slips() != quoted ? quoted(literal) : literal)
                .collect(Collectors.joining(", "));
        String name = slips.or(
                field.name(),
                "this",
                "eval",
                field.name() + ".length()",
                "name",
                "new " + HostileWords.BAIT.get(0) + "()");
        return name + " " + slips.or(operator.symbol(), "matches", "memberOf", "=", "str[startsWith]") + " "
                + (operator.takesMany() ? "( " + literals + " )" : literals);
    }

    private String quoted(String literal) {
        return "\"" + literal + "\"";
    }

    private String action(FactType subject, boolean readsSite) {
        boolean points = subject == FactType.SITE ? random.chance(80) : !readsSite && random.chance(70);
        if (points) {
            return slips.or("points", "Points", "insert", "modify") + "( " + words.points() + " )" + end();
        }
        if (subject == FactType.SUPPLIER && random.chance(30)) {
            return "excuse( \"" + words.excused() + "\" )" + end();
        }
        return slips.or("barUnwaivable", "bar", "delete") + "( "
                + words.workClasses().stream().map(this::quoted).collect(Collectors.joining(", ")) + " )" + end();
    }

    private String end() {
        return slips.or(";", "", "; System.exit( 1 );", "; // eval(", " + 1;");
    }

    /** Space where the grammar lets a comment stand. */
    private String gap(String usual) {
        return random.chance(85)
                ? usual.isEmpty() ? usual : random.either(usual, "\n", "  \n\t")
                : random.either(
                        "\n// eval( import System.exit(1); \"\n",
                        "\n/* function rule \"x\" end */\n",
                        "\r\n\r\n",
                        "\n/* ' ; $x : T(java.lang.Runtime) é 日本 */ ");
    }
}
