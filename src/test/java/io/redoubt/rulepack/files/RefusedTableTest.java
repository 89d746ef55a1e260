package io.redoubt.rulepack.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a table of rules may not say: each case changes one piece of a good pack and has one problem. */
class RefusedTableTest {
    @ParameterizedTest(name = "answers.csv: {0} → {1}")
    @CsvSource(delimiter = '¦', emptyValue = "", textBlock = """
                    Answer.value in ¦ nonsense         ¦ 1:5 The column (nonsense) must be one of citations, id,
                    Answer.value in ¦ Answer.value     ¦ 1:5 The column (Answer.value) must be one of citations, id,
                    Answer.value in ¦ Answer.worth in  ¦ 1:5 The field (Answer.worth) must be in the fact catalogue.
                    Answer.value in ¦ Anser.value in   ¦ 1:5 The field (Anser.value) must be in the fact catalogue.
                    Answer.value in ¦ Answer.value isin ¦ 1:5 The operator (isin) must be one of ==, !=, <, <=, >, >=
                    Answer.value in ¦ Answer.value =   ¦ 1:5 The operator (=) must be one of ==, !=, <, <=, >, >=
                    Answer.value in ¦ Site.embargo in  ¦ 1:5 The field (Site.embargo) must belong to a Answer or
                    Answer.question == ¦ Answer.question >= ¦ 1:4 The operator (>=) must not be used with Answer.question
                    Q-NDA,NO        ¦ Q-NDA,MAYBE      ¦ 2:5 The code (MAYBE) must be one of NO, PARTIAL, YES.
                    Q-NDA,NO        ¦ Q-NDA,no         ¦ 2:5 The code (no) must be one of NO, PARTIAL, YES.
                    Q-NDA,NO        ¦ Q-NDA,$few       ¦ 2:5 The parameter ($few) must not be compared with Answer.value
                    Q-NDA,NO        ¦ Q-NADA,NO        ¦ 2:4 The code (Q-NADA) must be one of Q-NDA, Q-BOOT, Q-HOURS.
                    PARTIAL | NO    ¦ NO | NO          ¦ 3:5 The list (NO, NO) must name each value once.
                    $few            ¦ $many            ¦ 3:7 The parameter ($many) must be defined in a parameters file.
                    $few            ¦ $limit           ¦ 3:7 The parameter ($limit) must be in points, not in days.
                    60              ¦ 101              ¦ 2:7 The points (101) must lie between -100 and 100.
                    60              ¦ -9223372036854.775808 ¦ 2:7 The points (-9223372036854.775808) must lie between
                    NO,LEGAL,60     ¦ NO,LEGAL,        ¦ 2:7 The points () must not be empty.
                    60              ¦ sixty            ¦ 2:7 The number (sixty) must be a plain decimal such as 12.5.
                    60              ¦ 1e1              ¦ 2:7 The number (1e1) must be a plain decimal such as 12.5.
                    60              ¦ =60              ¦ 2:7 The number (=60) must be a plain decimal such as 12.5.
                    60              ¦ 1.0000001        ¦ 2:7 The number (1.0000001) must have at most six decimals
                    60,L-01,law     ¦ 60,L-01,lore     ¦ 2 The citation (lore) must be in citations.yaml.
                    60,L-01,law     ¦ 60,L-01,         ¦ 2 The rule (LEG-01) must cite a source.
                    60,L-01,law     ¦ 60,L1,law        ¦ 2 The requirement (L1) must be an id such as L-01.
                    NO,LEGAL,60     ¦ NO,LAW,60        ¦ 2 The domain (LAW) must be one of LEGAL, PLACE.
                    NO,LEGAL,60     ¦ NO,PLACE,60      ¦ 2 A rule for the location domain (PLACE) must be about a Site.
                    LEG-02          ¦ LEG-01           ¦ 3 The rule id (LEG-01) must be used once.
                    LEG-02          ¦ leg2             ¦ 3 The rule id (leg2) must be letters, a dash and a number
                    NDA_PARTIAL     ¦ Nda partial      ¦ 3 The reason (Nda partial) must be a code such as NDA_MISSING.
                    ACTIVE,It matters. ¦ SLEEPING,It matters. ¦ 2:10 The status (SLEEPING) must be ACTIVE or DEPRECATED.
                    NDA_MISSING,Q-NDA,NO ¦ NDA_MISSING,, ¦ 2 The row must have at least one condition.
                    No agreement    ¦ =HYPERLINK(1)    ¦ 2:2 The title (=HYPERLINK(1)) must not begin like a formula.
                    It matters.     ¦ @SUM(1)          ¦ 2:11 The rationale (@SUM(1)) must not begin like a formula.
                    Sign.           ¦ +1-2             ¦ 2:12 The remediation (+1-2) must not begin like a formula.
                    """)
    void aPieceIsRefusedAtItsPlace(String piece, String other, String why) {
        // Given
        PackFiles files = PackFixture.replacing("tables/answers.csv", piece, other == null ? "" : other);

        // When
        List<String> problems = PackFixture.problems(files);

        // Then
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).startsWith("tables/answers.csv:" + why);
    }

    @ParameterizedTest(name = "sites.csv: {0} → {1}")
    @CsvSource(delimiter = '¦', textBlock = """
                    WATCH,-0.5      ¦ WATCH,weak       ¦ 2:5 The number (weak) must be a plain decimal such as 12.5.
                    WATCH,-0.5      ¦ WATCH,$few       ¦ 2:5 The parameter ($few) must be in the unit of Site.rule_of_law
                    watch_list >=   ¦ country ==       ¦ 2:4 The code (WATCH) must be one of CHN, CZE, JPN, MEX.
                    rule_of_law <   ¦ embargo <        ¦ 1:5 The operator (<) must not be used with Site.embargo
                    PLACE           ¦ LEGAL            ¦ 2 A rule for the control domain (LEGAL) must not read a Site.
                    """)
    void aSiteTableIsRefusedAtItsPlace(String piece, String other, String why) {
        // Given
        PackFiles files = PackFixture.replacing("tables/sites.csv", piece, other);

        // When
        List<String> problems = PackFixture.problems(files);

        // Then
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).startsWith("tables/sites.csv:" + why);
    }

    @ParameterizedTest(name = "bars.csv: {0} → {1}")
    @CsvSource(delimiter = '¦', textBlock = """
                    HALF_OR_MORE,*/*     ¦ HALF_OR_MORE,EVERYTHING  ¦ 2:5 The work class (EVERYTHING) must be SENSITIVITY/
                    HALF_OR_MORE,*/*     ¦ HALF_OR_MORE,CRITICAL/*/* ¦ 2:5 The work class (CRITICAL/*/*) must be SENSITIVITY/
                    HALF_OR_MORE,*/*     ¦ HALF_OR_MORE,            ¦ 2:5 The knock-out must bar at least one class of work.
                    */*,false            ¦ */*,maybe                ¦ 2:6 The waivable (maybe) must be one of true, false.
                    Supplier.owner_list  ¦ Site.embargo             ¦ 1:4 The field (Site.embargo) must belong to a Supplier
                    """)
    void aTableOfBarsIsRefusedAtItsPlace(String piece, String other, String why) {
        // Given
        PackFiles files = PackFixture.replacing("tables/bars.csv", piece, other);

        // When
        List<String> problems = PackFixture.problems(files);

        // Then
        assertThat(problems.get(0)).startsWith("tables/bars.csv:" + why);
    }

    @ParameterizedTest(name = "bars.csv: {0} → {1}")
    @CsvSource(delimiter = '¦', textBlock = """
                    LISTED_HALF_OR_MORE  ¦ LISTED ¦ 2:4 The code (LISTED) must be one of
                    LISTED_HALF_OR_MORE, ¦ ,      ¦ 2 The row must have at least one condition.
                    """)
    void aRowWhoseOnlyConditionIsWrongOrMissingHasOneProblem(String piece, String other, String why) {
        // Given
        PackFiles files = PackFixture.replacing("tables/bars.csv", piece, other);

        // When
        List<String> problems = PackFixture.problems(files);

        // Then
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0)).startsWith("tables/bars.csv:" + why);
    }

    @Test
    void aTableWithBothKindsOfEffectIsRefused() {
        // Given
        PackFiles files = PackFixture.with("tables/sites.csv", """
                id,title,reason,Site.embargo ==,domain,points,bars,waivable,requirements,citations,status,rationale,remediation
                LOC-01,Watched,WATCHED,true,PLACE,10,*/*,true,J-01,law,ACTIVE,It matters.,
                """);

        // When
        List<String> problems = PackFixture.problems(files);

        // Then
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).startsWith("tables/sites.csv:1:7 The column (bars) must be one of");
        assertThat(problems.get(1)).startsWith("tables/sites.csv:1:8 The column (waivable) must be one of");
    }

    @Test
    void aMissingCommaIsRefusedRatherThanMovingCells() {
        // Given
        PackFiles files = PackFixture.replacing("tables/answers.csv", "Q-NDA,NO,LEGAL", "Q-NDA,NO LEGAL");

        // When
        List<String> problems = PackFixture.problems(files);

        // Then
        assertThat(problems.get(0))
                .isEqualTo("tables/answers.csv:2:12 The row (11 cells) must have the header's 12 cells.\n"
                        + "Maybe put a cell that holds a comma in quotes.");
    }

    @Test
    void aMissingColumnIsRefused() {
        // Given
        PackFiles files = PackFixture.replacing("tables/answers.csv", "rationale", "Answer.value ==");

        // When
        List<String> problems = PackFixture.problems(files);

        // Then
        assertThat(problems).contains("tables/answers.csv:1:1 The table (answers) must have a column rationale.");
    }
}
