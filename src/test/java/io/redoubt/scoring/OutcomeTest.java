package io.redoubt.scoring;

import static io.redoubt.scoring.FactsFixture.TODAY;
import static io.redoubt.scoring.FactsFixture.supplier;
import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.Register;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.CatalogueFixture;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.rulepack.files.PackFiles;
import io.redoubt.rulepack.files.PackFixture;
import io.redoubt.shared.Points;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a whole rating comes to, on small packs. */
class OutcomeTest {
    private static final LocalDate SCREENED = TODAY.plusYears(1);
    private static final WorkClass CRITICAL =
            new WorkClass(WorkClass.Sensitivity.CRITICAL, WorkClass.Activity.ASSEMBLY);
    private static final WorkClass STANDARD =
            new WorkClass(WorkClass.Sensitivity.STANDARD, WorkClass.Activity.ASSEMBLY);

    /** Q-NDA is all there is to answer: without it coverage is 0 %. Disqualified goes before unrated before rated. */
    @ParameterizedTest(name = "owner {0}, agreement {1}: {2}")
    @CsvSource({
        "NOT_LISTED, YES, LOW",
        "NOT_LISTED, NO, LOW",
        "NOT_LISTED,, UNRATED",
        "LISTED_HALF_OR_MORE, YES, DISQUALIFIED",
        "LISTED_HALF_OR_MORE,, DISQUALIFIED"
    })
    void disqualifiedGoesBeforeUnratedAndUnratedBeforeRated(String owner, String agreement, String badge)
            throws Exception {
        // Given
        FactsFixture supplier = supplier().screened(owner, SCREENED).complete(Register.Kind.FINDINGS, SCREENED);
        SupplierFacts facts = agreement == null
                ? supplier.facts()
                : supplier.answer("Q-NDA", agreement, TODAY).facts();

        // When
        RatingOutcome outcome = rater(PackFixture.files()).rate(facts);

        // Then
        assertThat(outcome.badge()).isEqualTo(badge);
    }

    @Test
    void aFirstHitTableCountsTheHullOfTheRowsThatMayBeHit() throws Exception {
        // Given: NO is worth 60 by the first row; PARTIAL 5 by the second; YES nothing
        SupplierFacts open = supplier().facts();
        SupplierFacts lapsed =
                supplier().answer("Q-NDA", "PARTIAL", TODAY, TODAY.minusDays(1)).facts();

        // When
        List<RatingOutcome> outcomes = rater(PackFixture.files()).rateAll(List.of(open, lapsed));

        // Then: open means NO, PARTIAL or YES: 0 to 60; a lapsed PARTIAL means NO or PARTIAL: the second row is certain
        assertThat(outcomes.get(0).detail().contributions().get(0))
                .extracting(Contribution::best, Contribution::worst)
                .containsExactly(Points.ZERO, Points.parse("60"));
        assertThat(outcomes.get(1).detail().contributions().get(0))
                .extracting(Contribution::best, Contribution::worst)
                .containsExactly(Points.parse("5"), Points.parse("60"));
    }

    /** NO bars everything by the first row, PARTIAL what is confidential and more by the second, and one of them acts. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"FIRST", "ALL"})
    void whatIsBarredWhicheverRowActsStaysBarredWhenAnAnswerLapses(String policy) throws Exception {
        // Given
        SupplierFacts facts =
                supplier().answer("Q-NDA", "PARTIAL", TODAY, TODAY.minusDays(1)).facts();

        // When
        RatingDetail detail = rater(bars(policy)).rate(facts).detail();

        // Then
        assertThat(detail.clearances().get(CRITICAL))
                .extracting(Clearance::status)
                .isEqualTo(Clearance.Status.BARRED);
        assertThat(detail.clearances().get(STANDARD))
                .extracting(Clearance::status)
                .isEqualTo(Clearance.Status.UNPROVEN);
    }

    /** The second row acts for certain wherever the first does not. */
    @Test
    void aSupplierIsDisqualifiedWhicheverRowOfATableBarsEverything() throws Exception {
        // Given
        PackFiles files = PackFixture.replacing(
                "pack.yaml", "bars.csv, subject: Supplier, policy: ALL", "bars.csv, subject: Supplier, policy: FIRST");
        files = new PackFiles(with(files, "tables/bars.csv", """
                id,title,reason,Supplier.open_critical_findings >,Supplier.canary ==,bars,waivable,requirements,citations,status,rationale,remediation
                KO-01,Open,FINDING_OPEN,0,,*/*,true,P-09,law,ACTIVE,It matters.,
                KO-02,Leak,CANARY_NONE,,NOT_OBSERVED,*/*,false,P-11,law,ACTIVE,It matters.,
                """));

        // When
        RatingOutcome outcome = rater(files).rate(supplier().facts());

        // Then
        assertThat(outcome).isInstanceOf(RatingOutcome.Disqualified.class);
    }

    private static PackFiles bars(String policy) {
        PackFiles files = PackFixture.replacing(
                "pack.yaml",
                "bars.csv, subject: Supplier, policy: ALL",
                "bars.csv, subject: Answer, policy: " + policy);
        return new PackFiles(with(files, "tables/bars.csv", """
                id,title,reason,Answer.question ==,Answer.value in,bars,waivable,requirements,citations,status,rationale,remediation
                KO-01,None,NDA_NONE,Q-NDA,NO,*/*,true,L-01,law,ACTIVE,It matters.,
                KO-02,Half,NDA_HALF,Q-NDA,NO | PARTIAL,CONFIDENTIAL+/*,true,L-01,law,ACTIVE,It matters.,
                """));
    }

    @Test
    void rowsOfOneTableThatAddToTwoDomainsStayApart() throws Exception {
        // Given: NO adds 60 to LEGAL, PARTIAL 5 to CONDUCT; which of the two is not known
        PackFiles files = PackFixture.replacing("pack.yaml", "  - { id: PLACE", CONDUCT + "  - { id: PLACE");
        files = new PackFiles(
                with(files, "tables/answers.csv", PackFixture.ANSWERS.replace("NO,LEGAL,$few", "NO,CONDUCT,$few")));
        SupplierFacts facts =
                supplier().answer("Q-NDA", "PARTIAL", TODAY, TODAY.minusDays(1)).facts();

        // When
        RatingOutcome outcome = rater(files).rate(facts);

        // Then
        assertThat(outcome.detail().contributions())
                .filteredOn(contribution -> contribution.fact().startsWith("Answer"))
                .extracting(Contribution::domain, Contribution::best, Contribution::worst)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("LEGAL", Points.ZERO, Points.parse("60")),
                        org.assertj.core.groups.Tuple.tuple("CONDUCT", Points.ZERO, Points.parse("5")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"Answer.question !=", "Answer.question not in"})
    void aRuleAboutAllQuestionsButOneIsAboutTheOthers(String heading) throws Exception {
        // Given: Q-NDA is excluded, Q-BOOT is answered NO, and nobody names it
        PackFiles files = PackFixture.replacing("tables/answers.csv", "Answer.question ==", heading);
        SupplierFacts facts = supplier()
                .answer("Q-BOOT", "NO", TODAY)
                .answer("Q-NDA", "NO", TODAY)
                .facts();

        // When
        RatingOutcome outcome = rater(files).rate(facts);

        // Then
        assertThat(outcome.detail().contributions())
                .filteredOn(contribution -> contribution.fact().startsWith("Answer"))
                .extracting(Contribution::fact, Contribution::worst)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Answer Q-BOOT", Points.parse("60")));
    }

    private static final String CONDUCT =
            "  - { id: CONDUCT, title: Conduct, figure: CONTROL, weight: 1, baseline: 0 }\n";

    private static java.util.SortedMap<String, String> with(PackFiles files, String path, String text) {
        java.util.SortedMap<String, String> texts = new java.util.TreeMap<>(files.texts());
        texts.put(path, text);
        return texts;
    }

    private static Rater rater(PackFiles files) throws Exception {
        EffectivePack pack = PackFixture.read(files).on(TODAY);
        return new Rater(pack, CatalogueFixture.catalogue(), new Interpreter(pack.rules()));
    }
}
