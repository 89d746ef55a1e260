package io.redoubt.scoring;

import static io.redoubt.scoring.FactsFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.Engagement;
import io.redoubt.facts.Waiver;
import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Band;
import io.redoubt.rulepack.Condition;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.scoring.Clearance.Status;
import io.redoubt.shared.Place;
import io.redoubt.shared.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which work a supplier is cleared for, and what a waiver can and can't do. */
class ClearancesTest {
    private static final WorkClass CRITICAL =
            new WorkClass(WorkClass.Sensitivity.CRITICAL, WorkClass.Activity.ASSEMBLY);
    private static final Band FREE = new Band("LOW", 50, List.of(), "Go.");
    private static final Band STRICT = new Band("HIGH", 100, WorkClass.matching("CRITICAL/*"), "Stop.");

    /** Today is 21 November 2026; 180 days before it is 25 May. */
    @ParameterizedTest(name = "{0} until {1}, asked by {2}, approved by {3}, waivable {4}: {5}")
    @CsvSource({
        "2026-11-21, 2026-11-21, ann, bob, true, CLEARED_BY_WAIVER",
        "2026-05-25, 2026-11-21, ann, bob, true, CLEARED_BY_WAIVER",
        "2026-05-24, 2026-11-21, ann, bob, true, BARRED",
        "2026-10-01, 2026-11-20, ann, bob, true, BARRED",
        "2026-11-22, 2026-12-01, ann, bob, true, BARRED",
        "2026-11-01, 2026-12-01, ann, ann, true, BARRED",
        "2026-11-01, 2026-12-01, ann, bob, false, BARRED"
    })
    void onlyALiveWaiverOfTwoPeopleLiftsAKnockOutThatMayBeWaived(
            LocalDate from, LocalDate until, String by, String approvedBy, boolean waivable, Status status) {
        // Given
        Waiver waiver = PartsFixture.waiver("KO-01", CRITICAL.toString(), from, until, by, approvedBy);
        Clearances clearances =
                clearances(List.of(knockOut("CRITICAL/*", waivable, Truth.TRUE)), List.of(waiver), FREE, FREE, true);

        // When
        Clearance clearance = of(clearances, CRITICAL);

        // Then
        assertThat(clearance).isEqualTo(new Clearance(status, List.of("KO-01")));
    }

    @ParameterizedTest(name = "seen as {0}, renews {1}: {2}")
    @CsvSource({
        "LOW,, CLEARED_BY_WAIVER",
        "HIGH,, CLEARED_BY_WAIVER",
        "MODERATE,, BARRED",
        "UNRATED,, BARRED",
        "LOW, 2026-05-01, CLEARED_BY_WAIVER",
        "LOW, 2026-05-02, BARRED",
        "LOW, 2026-06-01, BARRED"
    })
    void aWaiverHoldsForTheRatingThatWasSeenAndThroughOneRenewal(String seen, LocalDate renews, Status status) {
        // Given
        LocalDate may = LocalDate.of(2026, 5, 1);
        LocalDate june = LocalDate.of(2026, 6, 1);
        Waiver first = PartsFixture.waiver("KO-01", CRITICAL.toString(), may, may, "ann", "bob");
        Waiver second =
                PartsFixture.waiver("KO-01", CRITICAL.toString(), june, june, "ann", "bob", "LOW", Optional.of(may));
        Waiver asked = PartsFixture.waiver(
                "KO-01", CRITICAL.toString(), TODAY, TODAY, "ann", "bob", seen, Optional.ofNullable(renews));
        Clearances clearances = clearances(
                List.of(knockOut("CRITICAL/*", true, Truth.TRUE)), List.of(first, second, asked), FREE, FREE, true);

        // When
        Clearance clearance = of(clearances, CRITICAL);

        // Then
        assertThat(clearance.status()).isEqualTo(status);
    }

    @Test
    void aWaiverEndsWhereTheNumberIsRiskierThanTheOneThatWasSeen() {
        // Given
        Waiver waiver = PartsFixture.waiver("KO-01", CRITICAL.toString(), TODAY, TODAY, "ann", "bob");
        List<Integer> asked = new ArrayList<>();
        Clearances clearances = new Clearances(
                List.of(knockOut("CRITICAL/*", true, Truth.TRUE)),
                List.of(waiver),
                List.of(FREE, STRICT),
                FREE,
                FREE,
                seen -> !asked.add(seen),
                true,
                TODAY,
                Optional.empty());

        // When
        Clearance clearance = of(clearances, CRITICAL);

        // Then
        assertThat(clearance.status()).isEqualTo(Status.BARRED);
        assertThat(asked).containsOnly(PartsFixture.SEEN_RISK);
    }

    /** What little is known of a supplier bars already: losing more evidence must not help. */
    @Test
    void theBandOfTheBestEndBarsWithoutARating() {
        // When
        Clearance clearance = of(clearances(List.of(), List.of(), STRICT, STRICT, false), CRITICAL);

        // Then
        assertThat(clearance).isEqualTo(new Clearance(Status.BARRED, List.of("band:" + STRICT.id())));
    }

    /** 361 days before 21 November 2026 is 25 November 2025; the 180th day after 25 May is 21 November. */
    @ParameterizedTest(name = "the first from {0}, the second {1} to {2}: {3}")
    @CsvSource({
        "2025-11-25, 2026-05-25, 2026-11-20, CLEARED_BY_WAIVER",
        "2025-11-24, 2026-05-24, 2026-11-20, BARRED",
        "2025-11-24, 2026-05-24, 2026-05-25, BARRED",
        "2025-11-24, 2026-05-24, 2026-05-24, CLEARED_BY_WAIVER"
    })
    void waiversThatDoNotNameTheOneBeforeLastNoLongerThanARenewal(
            LocalDate first, LocalDate second, LocalDate until, Status status) {
        // Given
        List<Waiver> waivers = List.of(
                PartsFixture.waiver("KO-01", CRITICAL.toString(), first, first.plusDays(100), "ann", "bob"),
                PartsFixture.waiver("KO-01", CRITICAL.toString(), second, until, "ann", "bob"),
                PartsFixture.waiver("KO-01", CRITICAL.toString(), TODAY, TODAY, "ann", "bob"));
        Clearances clearances =
                clearances(List.of(knockOut("CRITICAL/*", true, Truth.TRUE)), waivers, FREE, FREE, true);

        // When
        Clearance clearance = of(clearances, CRITICAL);

        // Then
        assertThat(clearance.status()).isEqualTo(status);
    }

    @Test
    void aWaiverForAnEngagementClearsNoOtherWork() {
        // Given
        Waiver first = PartsFixture.waiver("KO-01", CRITICAL.toString(), TODAY, TODAY, "ann", "bob");
        Waiver waiver = new Waiver(
                first.rule(),
                first.workClass(),
                Optional.of("EN-1"),
                first.validFrom(),
                first.validUntil(),
                first.requestedBy(),
                first.approvedBy(),
                first.reason(),
                first.compensatingControl(),
                first.seenFacts(),
                first.seenBadge(),
                first.seenRisk(),
                first.renews());
        Clearances clearances =
                clearances(List.of(knockOut("CRITICAL/*", true, Truth.TRUE)), List.of(waiver), FREE, FREE, true);

        // When
        List<Status> decided = List.of(
                of(clearances, CRITICAL).status(),
                clearances.decide(engagement("EN-1")).status(),
                clearances.decide(engagement("EN-2")).status());

        // Then
        assertThat(decided).containsExactly(Status.BARRED, Status.CLEARED_BY_WAIVER, Status.BARRED);
    }

    private static Engagement engagement(String id) {
        return new Engagement(id, "S1", CRITICAL.toString(), "VIEW", List.of(), TODAY, Optional.empty());
    }

    @Test
    void aWaiverIsForOneClassAndOneRule() {
        // Given
        Waiver waiver = PartsFixture.waiver("KO-01", "CRITICAL/TESTING", TODAY, TODAY, "ann", "bob");
        Waiver other = PartsFixture.waiver("KO-02", CRITICAL.toString(), TODAY, TODAY, "ann", "bob");
        Clearances clearances =
                clearances(List.of(knockOut("CRITICAL/*", true, Truth.TRUE)), List.of(waiver, other), FREE, FREE, true);

        // When
        Clearance clearance = of(clearances, CRITICAL);

        // Then
        assertThat(clearance.status()).isEqualTo(Status.BARRED);
    }

    @Test
    void aKnockOutThatMayApplyLeavesTheClassUnproven() {
        // Given
        Clearances clearances =
                clearances(List.of(knockOut("CRITICAL/*", true, Truth.MAYBE)), List.of(), FREE, FREE, true);

        // When
        Clearance clearance = of(clearances, CRITICAL);

        // Then
        assertThat(clearance).isEqualTo(new Clearance(Status.UNPROVEN, List.of("KO-01")));
        assertThat(clearances.disqualifying()).isEmpty();
    }

    /** The bands of the two ends: what both bar is barred, what only the worst bars is unproven. */
    @ParameterizedTest(name = "worst strict {0}, best strict {1}, rated {2}: {3} {4}")
    @CsvSource({
        "false, false, true, CLEARED, ''",
        "true, false, true, UNPROVEN, band:HIGH",
        "true, true, true, BARRED, band:HIGH",
        "false, false, false, UNPROVEN, unrated"
    })
    void theBandOfTheWorstEndBars(boolean worst, boolean best, boolean rated, Status status, String reason) {
        // Given
        Clearances clearances = clearances(List.of(), List.of(), worst ? STRICT : FREE, best ? STRICT : FREE, rated);

        // When
        Clearance clearance = of(clearances, CRITICAL);

        // Then
        assertThat(clearance).isEqualTo(new Clearance(status, reason.isEmpty() ? List.of() : List.of(reason)));
    }

    @Test
    void aWaiverDoesNotLiftTheBand() {
        // Given
        Waiver waiver =
                PartsFixture.waiver("KO-01", CRITICAL.toString(), TODAY, TODAY, "ann", "bob", "HIGH", Optional.empty());
        Clearances clearances =
                clearances(List.of(knockOut("CRITICAL/*", true, Truth.TRUE)), List.of(waiver), STRICT, STRICT, true);

        // When
        Clearance clearance = of(clearances, CRITICAL);

        // Then
        assertThat(clearance).isEqualTo(new Clearance(Status.BARRED, List.of("band:HIGH")));
    }

    @Test
    void aKnockOutOfEverythingDisqualifiesUnlessItIsWaivedForSomething() {
        // Given
        Waiver waiver = PartsFixture.waiver("KO-01", CRITICAL.toString(), TODAY, TODAY, "ann", "bob");
        Clearances all = clearances(List.of(knockOut("*/*", true, Truth.TRUE)), List.of(), FREE, FREE, true);
        Clearances waived = clearances(List.of(knockOut("*/*", true, Truth.TRUE)), List.of(waiver), FREE, FREE, true);
        Clearances never = clearances(List.of(knockOut("*/*", false, Truth.TRUE)), List.of(waiver), FREE, FREE, true);

        // When
        List<List<String>> disqualifying = List.of(all.disqualifying(), waived.disqualifying(), never.disqualifying());

        // Then
        assertThat(disqualifying).containsExactly(List.of("KO-01"), List.of(), List.of("KO-01"));
    }

    /** One of two rows of a first-hit table acts; which of them is not known, and the waiver is for one. */
    @Test
    void aWaiverOfOneRowLeavesUnprovenWhatAnotherRowBarsInItsPlace() {
        // Given
        Waiver waiver = PartsFixture.waiver("KO-01", CRITICAL.toString(), TODAY, TODAY, "ann", "bob");
        KnockOut one = knockOut("*/*", true, Truth.TRUE);
        KnockOut other = new KnockOut(rule("KO-02", one.bar()), one.bar(), Truth.TRUE, List.of(one.rule()), one.fact());
        Clearances plain = clearances(List.of(one, other), List.of(), FREE, FREE, true);
        Clearances waived = clearances(List.of(one, other), List.of(waiver), FREE, FREE, true);

        // When
        List<Clearance> decided = List.of(of(plain, CRITICAL), of(waived, CRITICAL));

        // Then
        assertThat(decided)
                .containsExactly(
                        new Clearance(Status.BARRED, List.of("KO-01", "KO-02")),
                        new Clearance(Status.UNPROVEN, List.of("KO-02")));
        assertThat(waived.disqualifying()).isEmpty();
    }

    private static Clearances clearances(
            List<KnockOut> knockOuts, List<Waiver> waivers, Band worst, Band best, boolean rated) {
        return new Clearances(
                knockOuts, waivers, List.of(FREE, STRICT), worst, best, seen -> true, rated, TODAY, Optional.empty());
    }

    private static Clearance of(Clearances clearances, WorkClass workClass) {
        return clearances.decide().getOrDefault(workClass, new Clearance(Status.CLEARED, List.of("missing")));
    }

    private static KnockOut knockOut(String pattern, boolean waivable, Truth truth) {
        Bar bar = new Bar(WorkClass.matching(pattern), waivable);
        return new KnockOut(rule("KO-01", bar), bar, truth, List.of(), "Supplier");
    }

    private static Rule rule(String id, Bar bar) {
        return new Rule(
                id,
                "bars",
                0,
                FactType.SUPPLIER,
                new Condition.AllOf(List.of()),
                bar,
                new Rule.Dossier("A title", "", "A_REASON", "Because.", ""),
                List.of(),
                List.of("law"),
                Rule.Status.ACTIVE,
                Place.of("tables/bars.csv", 2));
    }
}
