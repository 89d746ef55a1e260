package io.redoubt.rulepack.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.CatalogueFixture;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.rulepack.files.PackFixture;
import io.redoubt.rulepack.files.PackReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packs of which it is known by hand what is odd about them: nothing may be missing and nothing wrong. */
class StaticChecksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final String END = ",requirements,citations,status,rationale,remediation";
    private static final String DOSSIER = ",L-01,law,ACTIVE,It matters.,";

    /**
     * Rows of answers, each {@code question value amount verification points}, with a dash for a blank cell. What is
     * expected names the row by its number, then what was found, then the other row.
     */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '¦', textBlock = """
            FIRST ¦ Q-NDA NO - - 60; Q-NDA PARTIAL - - 30                        ¦ ''
            FIRST ¦ Q-NDA NO - - 60; Q-NDA NO - - 60                             ¦ 2 UNREACHABLE 1
            FIRST ¦ Q-NDA NO - - 60; Q-NDA NO - - 30                             ¦ 2 UNREACHABLE 1
            FIRST ¦ Q-NDA NO|PARTIAL - - 60; Q-NDA NO - - 30                     ¦ 2 UNREACHABLE 1
            FIRST ¦ Q-NDA - - - 60; Q-NDA NO - - 30                              ¦ 2 UNREACHABLE 1
            FIRST ¦ Q-NDA NO - - 60; Q-NDA PARTIAL - - 30; Q-NDA NO|PARTIAL - - 10 ¦ 3 UNREACHABLE 1, 3 UNREACHABLE 2
            FIRST ¦ Q-NDA NO - - 60; Q-NDA PARTIAL|YES - - 30; Q-NDA - - DOCUMENTED 10 ¦ 3 UNREACHABLE 1, 3 UNREACHABLE 2
            FIRST ¦ Q-NDA NO - - 60; Q-NDA - - - 30                              ¦ ''
            FIRST ¦ Q-NDA NO - - 60; Q-NDA NO|PARTIAL - - 30                     ¦ ''
            FIRST ¦ Q-NDA NO|PARTIAL - - 60; Q-NDA PARTIAL|YES - - 30            ¦ 2 OVERLAP 1
            FIRST ¦ Q-NDA NO|PARTIAL - - 60; Q-NDA PARTIAL|YES - - 60            ¦ ''
            FIRST ¦ Q-NDA NO - - 60; Q-NDA - - DOCUMENTED 30                     ¦ 2 OVERLAP 1
            FIRST ¦ Q-NDA NO - - 60; Q-BOOT - - DOCUMENTED 30                    ¦ ''
            FIRST ¦ Q-NDA NO - - 60; Q-NDA YES - - 0                             ¦ 2 GAP PARTIAL
            FIRST ¦ Q-NDA NO - - 60; Q-BOOT YES - - 1                            ¦ ''
            FIRST ¦ Q-NDA NO - - 60; Q-NDA YES - - 1; Q-NDA - - DOCUMENTED 5     ¦ 2 GAP PARTIAL, 3 OVERLAP 1, 3 OVERLAP 2
            FIRST ¦ Q-NDA NO - - 60; Q-NDA YES - - 1; Q-NDA - - - 5              ¦ ''
            FIRST ¦ Q-HOURS - >4 - 9; Q-HOURS - <=4 - 1                          ¦ ''
            FIRST ¦ Q-HOURS - >4 - 9; Q-HOURS - <4 - 1                           ¦ 2 GAP 4
            FIRST ¦ Q-HOURS - >8 - 9; Q-HOURS - <=4 - 1                          ¦ 2 GAP above 4 and up to 8
            FIRST ¦ Q-HOURS - >=8 - 9; Q-HOURS - <4 - 1                          ¦ 2 GAP from 4 and below 8
            FIRST ¦ Q-HOURS - >8 - 9; Q-HOURS - >4 - 5; Q-HOURS - <=2 - 1        ¦ 3 GAP above 2 and up to 4
            FIRST ¦ Q-HOURS - >4 - 9; Q-HOURS - >8 - 5                           ¦ 2 UNREACHABLE 1
            FIRST ¦ Q-HOURS - >5<3 - 9                                           ¦ 1 NEVER_TRUE
            FIRST ¦ Q-HOURS - >5<=6 - 9                                          ¦ ''
            FIRST ¦ Q-HOURS - >$limit - 9; Q-HOURS - >40 - 1                     ¦ 2 UNREACHABLE 1
            ALL   ¦ Q-NDA NO - - 60; Q-NDA NO - - 60                             ¦ 2 DUPLICATE 1
            ALL   ¦ Q-NDA NO - - 60; Q-NDA NO - - 30                             ¦ 2 CONFLICT 1
            ALL   ¦ Q-NDA NO|PARTIAL - - 60; Q-NDA NO - - 30                     ¦ 2 SUBSUMED 1
            ALL   ¦ Q-NDA NO - - 60; Q-NDA NO|PARTIAL - - 30                     ¦ 1 SUBSUMED 2
            ALL   ¦ Q-NDA NO|PARTIAL - - 60; Q-NDA PARTIAL|YES - - 30            ¦ ''
            ALL   ¦ Q-NDA NO - - 60; Q-BOOT NO - - 60                            ¦ ''
            ALL   ¦ Q-HOURS - >4 - 9; Q-HOURS - >8 - 5                           ¦ 2 SUBSUMED 1
            ALL   ¦ Q-HOURS - >4 - 9; Q-HOURS - >=4.000001 - 9                   ¦ 2 DUPLICATE 1
            """)
    void rowsAreFoundOdd(String policy, String rows, String expected) throws Exception {
        // Given
        String[] lines = rows.split(";", -1);
        String table =
                "id,title,reason,Answer.question ==,Answer.value in,Answer.amount >,Answer.amount >=,Answer.amount <,"
                        + "Answer.amount <=,Answer.verification ==,domain,points" + END + "\n"
                        + IntStream.range(0, lines.length)
                                .mapToObj(i -> row(i + 1, lines[i].strip().split(" ", -1)))
                                .collect(Collectors.joining("\n"));
        RulePack pack = pack(policy, table);

        // When
        List<Finding> findings = StaticChecks.of(pack, TODAY, id -> true);

        // Then
        assertThat(findings.stream().flatMap(StaticChecksTest::told).sorted().toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(", ", -1)));
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.place().toString())
                        .isEqualTo("tables/answers.csv:" + (1 + number(finding.rule()))));
    }

    /** A row's cells; an amount such as {@code >5<=6} fills a column for each operator. */
    private static String row(int number, String[] cells) {
        String amount = cells[2];
        return "TST-0%d,Title,REASON,%s,%s,%s,%s,%s,%s,%s,LEGAL,%s%s"
                .formatted(
                        number,
                        cells[0],
                        blank(cells[1]),
                        part(amount, ">(?!=)"),
                        part(amount, ">="),
                        part(amount, "<(?!=)"),
                        part(amount, "<="),
                        blank(cells[3]),
                        cells[4],
                        DOSSIER);
    }

    private static String part(String amount, String operator) {
        return Pattern.compile(operator + "([^<>=]+)")
                .matcher(amount)
                .results()
                .map(result -> result.group(1))
                .findFirst()
                .orElse("");
    }

    private static String blank(String cell) {
        return cell.equals("-") ? "" : cell;
    }

    private static Stream<String> told(Finding finding) {
        String line = finding.message().split("\n", 2)[0];
        String head = number(finding.rule()) + " " + finding.kind();
        if (finding.kind() == Finding.Kind.GAP) {
            return Stream.of(head + " "
                    + line.replaceFirst("No row catches Answer\\.\\w+ (.*), between the values of .*", "$1"));
        }
        List<String> others = Pattern.compile("TST-0\\d")
                .matcher(line)
                .results()
                .map(MatchResult::group)
                .filter(word -> !word.equals(finding.rule()))
                .distinct()
                .map(word -> head + " " + number(word))
                .toList();
        return others.isEmpty() ? Stream.of(head) : others.stream();
    }

    private static int number(String rule) {
        return Integer.parseInt(rule.substring(rule.length() - 1));
    }

    /** The small pack with these rows, and a scenario that names no rule. */
    private static RulePack pack(String policy, String answers) throws Exception {
        String manifest =
                PackFixture.MANIFEST.replace("subject: Answer, policy: FIRST", "subject: Answer, policy: " + policy);
        return pack(Map.of("pack.yaml", manifest, "tables/answers.csv", answers));
    }

    private static RulePack pack(Map<String, String> changed) throws Exception {
        SortedMap<String, String> texts = new TreeMap<>(PackFixture.files().texts());
        texts.put(
                "scenarios/first.yaml",
                "- { name: None, asOf: \"2026-02-01\", facts: { id: S, name: S }, expect: { band: UNRATED } }\n");
        texts.putAll(changed);
        return PackReader.read(new PackFiles(texts), CatalogueFixture.catalogue());
    }

    @Test
    void aBarThatMayBeWaivedAndMayNotIsAConflict() throws Exception {
        // Given
        String bars = """
                id,title,reason,Supplier.ownership_disclosed ==,bars,waivable,requirements,citations,status,rationale,remediation
                KO-01,Hidden,OWNER_HIDDEN,false,*/*,false,P-09,law,ACTIVE,It matters.,
                KO-02,Hidden,OWNER_HIDDEN,false,CRITICAL/*,true,P-09,law,ACTIVE,It matters.,
                KO-03,Hidden,OWNER_HIDDEN,false,CRITICAL/ASSEMBLY,false,P-09,law,ACTIVE,It matters.,
                KO-04,Shown,OWNER_SHOWN,true,CRITICAL/*,true,P-09,law,ACTIVE,It matters.,
                KO-05,Old,OWNER_OLD,true,CRITICAL/*,true,P-09,law,DEPRECATED,It matters.,
                """;
        RulePack pack = pack(Map.of("tables/bars.csv", bars));

        // When
        List<Finding> findings = StaticChecks.of(pack, TODAY, id -> false);

        // Then
        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "tables/bars.csv:3 The rules KO-01 and KO-02 have the same conditions and say different things.\n"
                                + "Maybe deprecate one of them.",
                        "tables/bars.csv:4 The rules KO-01 and KO-03 have the same conditions and do the same twice.\n"
                                + "Maybe deprecate one of them, the one that bars less.",
                        "tables/bars.csv:4 The rules KO-02 and KO-03 have the same conditions and say different things.\n"
                                + "Maybe deprecate one of them.");
    }

    @Test
    void aParameterThatChangesIsLookedAtOnEachOfItsDays() throws Exception {
        // Given: from March the first row catches all that the second would
        String answers = "id,title,reason,Answer.question ==,Answer.amount >,domain,points" + END + "\n"
                + "TST-01,Long,REASON,Q-HOURS,$hours,LEGAL,9" + DOSSIER + "\n"
                + "TST-02,Longer,REASON,Q-HOURS,20,LEGAL,5" + DOSSIER + "\n";
        String parameters = PackFixture.PARAMETERS + """
                - id: hours
                  title: Hours
                  unit: hours
                  lastKnownValidOn: "2025-05-31"
                  values:
                    - { from: "2026-01-01", value: 30, citation: law }
                    - { from: "2026-03-01", value: 10, citation: law }
                - id: idle
                  title: Idle
                  unit: days
                  lastKnownValidOn: "2025-06-01"
                  values:
                    - { from: "2026-01-01", value: 30, citation: law }
                """;
        RulePack pack = pack(Map.of("tables/answers.csv", answers, "parameters/limits.yaml", parameters));

        // When
        List<Finding> findings = StaticChecks.of(pack, TODAY, id -> false);

        // Then
        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "tables/answers.csv:3 From 2026-03-01: The row (TST-02) can never be the first hit: TST-01 above it"
                                + " catches everything that it would.\nMaybe move it up, or deprecate it.",
                        "parameters The parameter ($few) is read by no active rule.\nMaybe remove it.",
                        "parameters Nobody has looked at the parameter ($hours) since 2025-05-31.\n"
                                + "Maybe make sure that its latest value still stands.",
                        "parameters The parameter ($idle) is read by no active rule.\nMaybe remove it.");
    }
}
