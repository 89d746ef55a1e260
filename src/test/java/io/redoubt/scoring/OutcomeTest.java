package io.redoubt.scoring;

import static io.redoubt.scoring.FactsFixture.TODAY;
import static io.redoubt.scoring.FactsFixture.supplier;
import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.rulepack.CatalogueFixture;
import io.redoubt.rulepack.EffectivePack;
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
        FactsFixture supplier = supplier().screened(owner, SCREENED);
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
