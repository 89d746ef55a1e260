package io.redoubt.rulepack.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.Action;
import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Action.Excuse;
import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.Condition.AllOf;
import io.redoubt.rulepack.Condition.AnyOf;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operand.ParameterRef;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.rulepack.files.PackFixture;
import io.redoubt.shared.Micros;
import io.redoubt.shared.ValueType.Flag;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader is told of each operator, each type of value and each action. */
class SentenceTest {
    private static final Action TWELVE = new AddPoints("LEGAL", new Literal(12 * Micros.ONE));
    private static final String ADDED = ", 12 points are added to Law.";

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '¦', textBlock = """
            FINDING ¦ Finding.severity == MAJOR ¦ For each audit finding: if its severity is MAJOR
            FINDING ¦ Finding.severity != MAJOR ¦ For each audit finding: if its severity is not MAJOR
            FINDING ¦ Finding.severity < MAJOR ¦ For each audit finding: if its severity is below MAJOR (that is, OBSERVATION or MINOR)
            FINDING ¦ Finding.severity <= MINOR ¦ For each audit finding: if its severity is MINOR or below (that is, OBSERVATION or MINOR)
            FINDING ¦ Finding.severity > MAJOR ¦ For each audit finding: if its severity is above MAJOR (that is, CRITICAL)
            FINDING ¦ Finding.severity > CRITICAL ¦ For each audit finding: if its severity is above CRITICAL (that is, never)
            FINDING ¦ Finding.severity >= MAJOR ¦ For each audit finding: if its severity is MAJOR or above (that is, MAJOR or CRITICAL)
            FINDING ¦ Finding.severity in MINOR|MAJOR|CRITICAL ¦ For each audit finding: if its severity is MINOR, MAJOR or CRITICAL
            FINDING ¦ Finding.severity not in MINOR ¦ For each audit finding: if its severity is not MINOR
            FINDING ¦ Finding.severity not in MINOR|MAJOR ¦ For each audit finding: if its severity is neither MINOR nor MAJOR
            FINDING ¦ Finding.severity not in MINOR|MAJOR|CRITICAL ¦ For each audit finding: if its severity is none of MINOR, MAJOR and CRITICAL
            FINDING ¦ Finding.days_overdue == 5 ¦ For each audit finding: if its time past the due date is exactly 5 days
            FINDING ¦ Finding.days_overdue != 5 ¦ For each audit finding: if its time past the due date is not 5 days
            FINDING ¦ Finding.days_overdue < 1 ¦ For each audit finding: if its time past the due date is less than 1 day
            FINDING ¦ Finding.days_overdue <= 0.5 ¦ For each audit finding: if its time past the due date is at most 0.5 days
            FINDING ¦ Finding.days_overdue > 5 ¦ For each audit finding: if its time past the due date is more than 5 days
            FINDING ¦ Finding.days_overdue >= 5 ¦ For each audit finding: if its time past the due date is at least 5 days
            FINDING ¦ Finding.days_overdue in 1|5 ¦ For each audit finding: if its time past the due date is exactly 1 day or 5 days
            FINDING ¦ Finding.days_overdue not in 1|5 ¦ For each audit finding: if its time past the due date is neither 1 day nor 5 days
            FINDING ¦ Finding.days_overdue > $limit ¦ For each audit finding: if its time past the due date is more than 30 days (parameter limit)
            FINDING ¦ Supplier.overdue_findings > 2 ¦ For each audit finding: if the number of the supplier's overdue audit findings is more than 2
            FINDING ¦ Site.country == MEX ¦ For each audit finding: if the site's country is MEX
            SITE ¦ Site.rule_of_law < -0.5 ¦ For each site: if its country factor rule_of_law is less than -0.5
            SITE ¦ Site.embargo == true ¦ For each site: if its country factor “Embargo list” (embargo) is true
            SITE ¦ Site.embargo != true ¦ For each site: if it is not so that its country factor “Embargo list” (embargo) is true
            VULNERABILITY ¦ Vulnerability.fixed == false ¦ For each weakness: if it is not so that a signed fixed release was delivered
            VULNERABILITY ¦ Vulnerability.fixed in true|false ¦ For each weakness: if it is known whether a signed fixed release was delivered
            VULNERABILITY ¦ Vulnerability.fixed not in true|false ¦ For each weakness: if it is neither so nor not so that a signed fixed release was delivered
            SUPPLIER ¦ Supplier.does_assembly == true ¦ If at least one site does assembly for us
            ANSWER ¦ Answer.verification == SELF_ATTESTED ¦ For each answer: if it is attested by the supplier alone (SELF_ATTESTED)
            ANSWER ¦ Answer.verification >= WITNESSED ¦ For each answer: if its level of support is WITNESSED or above (that is, WITNESSED)
            ANSWER ¦ Answer.question != Q-NDA ¦ For each answer: if its question is not Q-NDA (“Signed?”)
            """)
    void eachOperatorAndTypeHasItsWords(FactType subject, String condition, String said) throws Exception {
        // Given
        Rule rule = MethodFixture.rule(subject, TWELVE, condition);

        // When
        String sentence = MethodFixture.sentence(rule).plain();

        // Then
        assertThat(sentence).isEqualTo(said + ADDED);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '¦', textBlock = """
            Answer.question == Q-NDA ¦ Answer.value in NO|PARTIAL ¦ Answer.verification == SELF_ATTESTED ¦ If the answer to Q-NDA (“Signed?”) is NO or PARTIAL, and it is attested by the supplier alone (SELF_ATTESTED)
            Answer.value == NO ¦ Answer.question == Q-NDA ¦ ¦ If the answer to Q-NDA (“Signed?”) is NO
            Answer.question in Q-NDA|Q-BOOT ¦ Answer.value == NO ¦ ¦ For each of the answers to Q-NDA (“Signed?”) or Q-BOOT (“Verified?”): if it is NO
            Answer.question in Q-NDA|Q-BOOT|Q-HOURS ¦ Answer.value == NO ¦ ¦ For each of the answers to Q-NDA, Q-BOOT or Q-HOURS: if it is NO
            Answer.question == Q-HOURS ¦ Answer.amount > 4 ¦ Answer.amount <= 8 ¦ If the number in the answer to Q-HOURS (“How long?”) is more than 4 hours and is at most 8 hours
            Answer.question == Q-HOURS ¦ Supplier.sub_suppliers == true ¦ ¦ For the answer to Q-HOURS (“How long?”): if parts of the work are passed on to others
            """)
    void aQuestionIsNamedOnce(String one, String other, String third, String said) throws Exception {
        // Given
        String[] conditions = java.util.stream.Stream.of(one, other, third)
                .filter(text -> text != null)
                .toArray(String[]::new);
        Rule rule = MethodFixture.rule(FactType.ANSWER, TWELVE, conditions);

        // When
        String sentence = MethodFixture.sentence(rule).plain();

        // Then
        assertThat(sentence.replace("), and", ") and").replace("PARTIAL, and", "PARTIAL and"))
                .isEqualTo((said + ADDED).replace("PARTIAL, and", "PARTIAL and"));
    }

    @Test
    void alternativesStandInBracketsOfTheirOwn() throws Exception {
        // Given
        Condition late = MethodFixture.condition("Finding.days_overdue > 5", FactType.FINDING);
        Condition major = MethodFixture.condition("Finding.severity == MAJOR", FactType.FINDING);
        Condition open = MethodFixture.condition("Finding.status == OPEN", FactType.FINDING);
        Rule rule = MethodFixture.rule(
                FactType.FINDING,
                TWELVE,
                new AllOf(List.of(open, new AnyOf(List.of(late, new AllOf(List.of(major, open)))))));

        // When
        String sentence = MethodFixture.sentence(rule).plain();

        // Then
        assertThat(sentence)
                .isEqualTo("For each audit finding: if its status is OPEN and at least one of these is so:"
                        + " [(a) its time past the due date is more than 5 days; or (b) all of these are so:"
                        + " [(1) its severity is MAJOR; and (2) its status is OPEN]], 12 points are added to Law.");
    }

    @Test
    void aRuleWithoutConditionsAlwaysActs() throws Exception {
        // When
        String always = MethodFixture.sentence(MethodFixture.rule(FactType.SUPPLIER, TWELVE))
                .plain();
        String each = MethodFixture.sentence(MethodFixture.rule(FactType.SITE, TWELVE))
                .plain();

        // Then
        assertThat(always).isEqualTo("Always, 12 points are added to Law.");
        assertThat(each).isEqualTo("For each site: 12 points are added to Law.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', textBlock = """
            */* ¦ all work
            CRITICAL/* ¦ all CRITICAL work
            CONFIDENTIAL+/* ¦ all CONFIDENTIAL and CRITICAL work
            */TESTING ¦ all work in TESTING
            CRITICAL/TESTING ¦ CRITICAL work in TESTING
            CONFIDENTIAL+/TESTING ¦ CONFIDENTIAL and CRITICAL work in TESTING
            """)
    void classesOfWorkAreNamedInFewWords(String pattern, String said) {
        // When
        String words = WorkClassWords.of(WorkClass.matching(pattern));

        // Then
        assertThat(words).isEqualTo(said);
    }

    @Test
    void actionsSayWhatTheyDo() throws Exception {
        // Given
        Map<Action, String> said = Map.of(
                new AddPoints("LEGAL", new Literal(Micros.ONE)), "1 point is added to Law.",
                new AddPoints("LEGAL", new Literal(-Micros.ONE / 2)), "0.5 points are taken off Law.",
                new AddPoints("LEGAL", new ParameterRef("few")), "5 points (parameter few) are added to Law.",
                new Bar(WorkClass.matching("CRITICAL/*"), true), "all CRITICAL work is barred; a waiver is possible.",
                new Bar(WorkClass.all(), false), "all work is barred; no waiver is possible.",
                new Excuse(List.of("Q-BOOT")),
                        "the supplier may say that this question does not apply to it: Q-BOOT (“Verified?”).");
        for (Map.Entry<Action, String> each : said.entrySet()) {
            // When
            String sentence = MethodFixture.sentence(MethodFixture.rule(FactType.SUPPLIER, each.getKey()))
                    .plain();

            // Then
            assertThat(sentence).isEqualTo("Always, " + each.getValue());
        }
    }

    @Test
    void aParameterIsToldWithItsOtherDates() throws Exception {
        // Given
        String values = "    - { from: \"2026-01-01\", value: 30, citation: law }\n";
        Method method = MethodFixture.small(PackFixture.replacing(
                "parameters/limits.yaml",
                values,
                values + "    - { from: \"2026-06-01\", value: 20, citation: law }\n"
                        + "    - { from: \"2027-01-01\", value: 10, citation: law }\n"));
        Rule rule = MethodFixture.rule(FactType.FINDING, TWELVE, "Finding.days_overdue > $limit");

        // When
        String sentence =
                Telling.of(method, Audience.INTERNAL).sentence(rule).told().plain();

        // Then
        assertThat(sentence)
                .contains("is more than 20 days (parameter limit; 30 days from 2026-01-01 until 2026-06-01;"
                        + " 10 days from 2027-01-01), 12 points");
    }

    @Test
    void aLaterRowOfAFirstHitTableSaysOtherwise() throws Exception {
        // Given
        Method method = MethodFixture.small(PackFixture.files());
        Rule second = method.pack().rules().stream()
                .filter(rule -> rule.id().equals("LEG-02"))
                .findFirst()
                .orElseThrow();

        // When
        String sentence = MethodFixture.sentence(second).plain();

        // Then
        assertThat(sentence)
                .isEqualTo("Otherwise, that is where LEG-01 does not apply to the same answer, if the answer to Q-NDA"
                        + " (“Signed?”) is PARTIAL or NO, 5 points (parameter few) are added to Law.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', textBlock = """
            A ¦ Otherwise, that is where A does not apply to the same site, if
            A,B ¦ Otherwise, that is where neither A nor B applies to the same site, if
            A,B,C ¦ Otherwise, that is where none of A, B and C applies to the same site, if
            """)
    void otherwiseMeansThatNoneOfTheRowsAboveApplies(String above, String said) throws Exception {
        // Given
        Telling telling = Telling.of(MethodFixture.small(PackFixture.files()), Audience.INTERNAL);
        Wording wording = telling.wording();
        Wording ordered = new Wording(
                wording.amounts(),
                wording.catalogue(),
                wording.factors(),
                Map.of("LEG-77", List.of(above.split(",", -1))),
                wording.discretion());
        Rule rule = MethodFixture.rule(FactType.SITE, TWELVE, "Site.country == MEX");

        // When
        Prose sentence =
                new Sentence(rule, ordered, new ActionWords(ordered, telling.pack(), Audience.INTERNAL)).told();

        // Then
        assertThat(sentence.plain()).startsWith("For each site: " + said.replace("Otherwise", "otherwise"));
    }

    @Test
    void everyFieldOfTheProductHasWords() {
        // Given
        FactCatalogue catalogue = FactCatalogue.of(List.of("JPN"), Map.of(), List.of());

        // When
        List<FactField> unnamed = Arrays.stream(FactType.values())
                .flatMap(type -> catalogue.fields(type).stream())
                .filter(field -> field.type() instanceof Flag
                        ? Nouns.clause(field).isEmpty()
                        : Nouns.of(field).isEmpty())
                .toList();

        // Then
        assertThat(unnamed).isEmpty();
    }
}
