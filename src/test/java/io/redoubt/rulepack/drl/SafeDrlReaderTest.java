package io.redoubt.rulepack.drl;

import static io.redoubt.rulepack.drl.DrlFixture.read;
import static io.redoubt.rulepack.drl.DrlFixture.then;
import static io.redoubt.rulepack.drl.DrlFixture.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.files.Problems;
import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.CatalogueFixture;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operand.ParameterRef;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.Rule.Status;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.shared.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be written in safe DRL, and what it then means. */
class SafeDrlReaderTest {
    /** The second column is the condition as the renderer writes it: what the reader understood. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', textBlock = """
                    Supplier( iso27001 == "NO" )                       ¦ Supplier( iso27001 == "NO" )
                    Supplier( iso27001 != "NO" );                      ¦ Supplier( iso27001 != "NO" )
                    Supplier( iso27001 == 'NO' )                       ¦ Supplier( iso27001 == "NO" )
                    Supplier( iso27001 in ( "NO", "LAPSED" ) )         ¦ Supplier( iso27001 in ( "NO", "LAPSED" ) )
                    Supplier( iso27001 not in ( "NO" ) )               ¦ Supplier( iso27001 not in ( "NO" ) )
                    Supplier( iso27001 >= "PARTIAL" )                  ¦ Supplier( iso27001 >= "PARTIAL" )
                    Supplier( overdue_findings > 2.5 )                 ¦ Supplier( overdue_findings > 2.5 )
                    Site( rule_of_law < -1.25 )                        ¦ Site( rule_of_law < -1.25 )
                    Site( embargo == true )                            ¦ Site( embargo == true )
                    Finding( days_overdue >= $limit )                  ¦ Finding( days_overdue >= $limit )
                    Supplier( (((( iso27001 == "NO" )))) )             ¦ Supplier( iso27001 == "NO" )
                    """)
    void aComparisonIsRead(String written, String understood) {
        // When
        DrlFixture.Read read = read(when(written));

        // Then
        assertThat(read.told()).isEmpty();
        assertThat(DrlRenderer.render(read.rule())).contains("when\n  " + understood + "\nthen");
    }

    @Test
    void andBindsTighterThanOr() {
        // When
        DrlFixture.Read read =
                read(when("Supplier( iso27001 == \"NO\" || canary == \"SUSPECTED\"" + " && overdue_findings > 3 )"));

        // Then
        assertThat(DrlRenderer.render(read.rule()))
                .contains("( iso27001 == \"NO\" || ( canary == \"SUSPECTED\" && overdue_findings > 3 ) )");
    }

    @Test
    void bracketsComeBeforeAnd() {
        // When
        DrlFixture.Read read = read(
                when("Supplier( ( iso27001 == \"NO\" || canary == \"SUSPECTED\" )" + " && overdue_findings > 3 )"));

        // Then
        assertThat(DrlRenderer.render(read.rule()))
                .contains("( ( iso27001 == \"NO\" || canary == \"SUSPECTED\" ) && overdue_findings > 3 )");
    }

    @Test
    void aSupplierPatternBesideAFindingMakesARuleAboutFindings() {
        // When
        DrlFixture.Read read = read(when("Supplier( iso27001 == \"NO\" )\n  Finding( severity >= \"MAJOR\" )"));

        // Then
        assertThat(read.told()).isEmpty();
        assertThat(read.rule().subject()).isEqualTo(FactType.FINDING);
        assertThat(read.rule().when().comparisons()).hasSize(2);
    }

    @Test
    void aRuleCarriesItsDossierAndItsPlace() {
        // When
        Rule rule = read("\n\n  " + when("Supplier( iso27001 == \"NO\" )")).rule();

        // Then
        assertThat(rule.id()).isEqualTo("LEG-01");
        assertThat(rule.table()).isEqualTo("rules");
        assertThat(rule.dossier()).isEqualTo(new Rule.Dossier("A title", "", "A_REASON", "Because.", "Do it."));
        assertThat(rule.requirements()).containsExactly("L-01", "L-02");
        assertThat(rule.citations()).containsExactly("law", "policy");
        assertThat(rule.status()).isEqualTo(Status.ACTIVE);
        assertThat(rule.place()).isEqualTo(new Place(DrlFixture.FILE, 3, 3));
    }

    @Test
    void pointsMayBeAParameter() {
        // When
        Rule rule = read(then("points( $few );")).rule();

        // Then
        assertThat(rule.then()).isEqualTo(new AddPoints("LEGAL", new ParameterRef("few")));
    }

    @Test
    void aBarNamesClassesOnceAndSorted() {
        // When
        Rule rule = read(then("bar( \"CRITICAL/TESTING\", \"CRITICAL/ASSEMBLY\", \"CRITICAL/TESTING\" );"))
                .rule();

        // Then
        List<WorkClass> classes = List.of(
                new WorkClass(WorkClass.Sensitivity.CRITICAL, WorkClass.Activity.ASSEMBLY),
                new WorkClass(WorkClass.Sensitivity.CRITICAL, WorkClass.Activity.TESTING));
        assertThat(rule.then()).isEqualTo(new Bar(classes, true));
    }

    @Test
    void aBarMayBeUnwaivable() {
        // When
        Rule rule = read(then("barUnwaivable( \"*/*\" );")).rule();

        // Then
        assertThat(rule.then()).isEqualTo(new Bar(WorkClass.all(), false));
    }

    @Test
    void whatTheRendererWritesReadsBackAsTheSameRule() {
        // Given
        Rule rule = read(when("Supplier( iso27001 in ( \"NO\", \"LAPSED\" ) )"
                        + "\n Finding( days_overdue > $limit, severity == \"MAJOR\" || status == \"OPEN\" )"))
                .rule();

        // When
        Rule again = read(DrlRenderer.render(rule)).rule();

        // Then
        assertThat(again).usingRecursiveComparison().ignoringFields("place").isEqualTo(rule);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"\\n", "\\r\\n", "\\r"})
    void aLineEndsAsOnAScreenWhicheverSystemWroteIt(String end) {
        // Given
        String text = "// a comment\n" + when("Supplier( iso27001 == \"NO\" )");

        // When
        DrlFixture.Read read = read(text.replace("\n", end.translateEscapes()));

        // Then
        assertThat(read.told()).isEmpty();
        assertThat(read.rule()).isEqualTo(read(text).rule());
    }

    /** Sentences of authors may hold what a parser would count: smileys, lists and pieces of code. */
    @Test
    void aBracketThatASentenceNeverClosesNestsNothing() {
        // Given
        String rule = when("Supplier( iso27001 == \"NO\" )");
        String sentence = "\"" + "a) b) {c [d (e ".repeat(9) + "\"";

        // When
        DrlFixture.Read read = read(rule.replaceFirst("@rationale\\(\"[^\"]*\"\\)", "@rationale(" + sentence + ")"));

        // Then
        assertThat(read.told()).isEmpty();
        assertThat(read.rule().dossier().rationale()).startsWith("a) b) {c [d (e");
    }

    @Test
    void commentsBetweenRulesAreDropped() {
        // When
        DrlFixture.Read read = read("// first\n" + when("/* here */ Supplier( iso27001 == \"NO\" ) // and here")
                + "/* rule \"LEG-02\" when Supplier() then points( 100 ); end */\n");

        // Then
        assertThat(read.told()).isEmpty();
        assertThat(read.rules()).hasSize(1);
    }

    @Test
    void rulesAreReadAlthoughAnotherFileHasAProblem() {
        // Given
        Problems problems = new Problems();
        problems.add(Place.of("tables/other.csv", 3), "Something else is wrong.");

        // When
        List<Rule> rules = SafeDrlReader.read(
                DrlFixture.FILE, when("Supplier( iso27001 == \"NO\" )"), CatalogueFixture.vocabulary(), problems);

        // Then
        assertThat(rules).hasSize(1);
        assertThat(problems.list()).hasSize(1);
    }
}
