package io.redoubt.rulepack.drl;

import io.redoubt.files.Problems;
import io.redoubt.rulepack.CatalogueFixture;
import io.redoubt.rulepack.Rule;
import io.redoubt.shared.Problem;
import java.util.List;

/** Rules in safe DRL, whole but for the part that a test is about. */
final class DrlFixture {
    static final String FILE = "logic/rules.drl";

    private static final String DOSSIER = """
              @title("A title") @reason("A_REASON") @requirements("L-01 | L-02") @citations("law | policy")
              @rationale("Because.") @remediation("Do it.") @domain("LEGAL")
            """;

    private DrlFixture() {}

    /** What came of reading a file. */
    record Read(List<Rule> rules, List<Problem> problems) {
        Rule rule() {
            return rules.get(0);
        }

        /** Every problem in one text. */
        String told() {
            return String.join("\n", problems.stream().map(Problem::toString).toList());
        }
    }

    static Read read(String text) {
        Problems problems = new Problems();
        List<Rule> rules = SafeDrlReader.read(FILE, text, CatalogueFixture.vocabulary(), problems);
        return new Read(rules, problems.list());
    }

    /** A rule with these patterns, worth one point. */
    static String when(String patterns) {
        return rule(patterns, "points( 1 );");
    }

    /** A rule with this action on suppliers without a certificate. */
    static String then(String action) {
        return rule("Supplier( iso27001 == \"NO\" )", action);
    }

    static String rule(String patterns, String action) {
        String head = head("rule \"LEG-01\"");
        return (action.startsWith("points") ? head : head.replace("@domain(\"LEGAL\")", "")) + "when\n  " + patterns
                + "\nthen\n  " + action + "\nend\n";
    }

    /** A heading with a whole dossier below it. */
    static String head(String heading) {
        return heading + "\n" + DOSSIER;
    }
}
