package io.redoubt.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.ImportedFacts;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.facts.Vulnerability;
import io.redoubt.scoring.RatingDifference.Side;
import io.redoubt.shared.Points;
import io.redoubt.shared.RandomFixture;
import io.redoubt.shared.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RatingDifferenceTest {
    private static final LocalDate DAY = DemoFixture.DAY;
    private static final int PAIRS = 60;

    private static DemoFixture demo;

    @BeforeAll
    static void readTheDemo() throws Exception {
        demo = new DemoFixture();
    }

    /** Independent of the weights of the formula: every order of the causes, one after the other. */
    @Test
    void each_cause_gets_what_it_changes_on_average_over_all_orders() throws Exception {
        for (int i = 0; i < PAIRS; i++) {
            // Given
            RandomFixture random = RandomFixture.seeded().branch("difference " + i);
            SupplierFacts first = demo.build(demo.supplier(random.branch("first")));
            SupplierFacts second = demo.build(demo.supplier(random.branch("second")));
            LocalDate later = DAY.plusDays(random.between(0, 500));
            Side before = new Side(first, demo.methodology.rater(LocalDate.of(2026, 9, 10)));
            Side after = new Side(second, demo.methodology.rater(later));
            // When
            List<RatingDifference> found = RatingDifference.between(before, after);
            // Then
            RatingDifference worst = of(found, Measure.OVERALL_WORST);
            assertThat(worst.from())
                    .isEqualTo(before.rater()
                            .rate(first)
                            .detail()
                            .overall()
                            .worst()
                            .exact());
            assertThat(worst.to())
                    .isEqualTo(after.rater()
                            .rate(second)
                            .detail()
                            .overall()
                            .worst()
                            .exact());
            found.forEach(d -> assertThat(sum(d)).as("%s", random).isEqualTo(d.to().minus(d.from())));
            if (i % 10 == 0) {
                averaged(before, after)
                        .forEach((cause, sum) -> assertThat(
                                        24 * worst.part(cause).micros() - sum)
                                .as("%s %s", random, cause)
                                .isBetween(-23L, 23L));
            }
        }
    }

    private static RatingDifference of(List<RatingDifference> found, Measure measure) {
        return found.stream().filter(d -> d.measure() == measure).findFirst().orElseThrow();
    }

    private static Points sum(RatingDifference difference) {
        return difference.parts().values().stream().reduce(Points.ZERO, Points::plus);
    }

    /** Millionths of each cause, summed over the 24 orders. */
    private static Map<Cause, Long> averaged(Side before, Side after) {
        Map<Cause, Long> sums = new TreeMap<>();
        for (List<Cause> order : orders(List.of(Cause.values()))) {
            Set<Cause> changed = new HashSet<>();
            long last = rated(before, after, changed);
            for (Cause cause : order) {
                changed.add(cause);
                long next = rated(before, after, changed);
                sums.merge(cause, next - last, Long::sum);
                last = next;
            }
        }
        return sums;
    }

    private static long rated(Side before, Side after, Set<Cause> changed) {
        Side answers = changed.contains(Cause.ANSWERS) ? after : before;
        Side imported = changed.contains(Cause.IMPORTED_FACTS) ? after : before;
        Side day = changed.contains(Cause.AGEING) ? after : before;
        Side methodology = changed.contains(Cause.METHODOLOGY) ? after : before;
        return methodology
                .rater()
                .judging(day.rater().asOf())
                .rate(ImportedFacts.exchange(answers.facts(), imported.facts()))
                .detail()
                .overall()
                .worst()
                .exact()
                .micros();
    }

    private static List<List<Cause>> orders(List<Cause> causes) {
        if (causes.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Cause>> orders = new ArrayList<>();
        for (Cause first : causes) {
            List<Cause> others = causes.stream().filter(cause -> cause != first).toList();
            for (List<Cause> rest : orders(others)) {
                List<Cause> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }

    @Test
    void time_alone_is_ageing() throws Exception {
        SupplierFacts facts = demo.build(SupplierFixture.of(demoSupplier("S-001")));

        List<RatingDifference> found = RatingDifference.between(
                new Side(facts, demo.methodology.rater(DAY)),
                new Side(facts, demo.methodology.rater(DAY.plusYears(2))));

        assertThat(of(found, Measure.OVERALL_WORST).part(Cause.AGEING)).isGreaterThan(Points.whole(1));
        found.forEach(difference -> assertThat(others(difference, Cause.AGEING)).containsOnly(Points.ZERO));
    }

    @Test
    void a_country_reading_is_an_imported_fact_and_leaves_control_risk_alone() throws Exception {
        SupplierFacts facts = demo.build(SupplierFixture.of(demoSupplier("S-001")));
        SortedMap<String, SortedMap<String, Reading>> readings = new TreeMap<>();
        facts.jurisdictions().forEach((country, factors) -> readings.put(country, new TreeMap<>()));

        List<RatingDifference> found = RatingDifference.between(
                new Side(facts, demo.methodology.rater(DAY)),
                new Side(facts.withJurisdictions(readings), demo.methodology.rater(DAY)));

        RatingDifference location = of(found, Measure.LOCATION_WORST);
        assertThat(location.part(Cause.IMPORTED_FACTS))
                .isEqualTo(location.to().minus(location.from()))
                .isGreaterThan(Points.ZERO);
        assertThat(of(found, Measure.CONTROL_WORST).parts().values()).containsOnly(Points.ZERO);
        found.forEach(difference ->
                assertThat(others(difference, Cause.IMPORTED_FACTS)).containsOnly(Points.ZERO));
    }

    /** GOV-02 rises from 5 to 10 points on the day from which exploited vulnerabilities must be reported, GOV-01 falls. */
    @Test
    void a_dated_value_is_methodology_and_its_day_is_ageing() throws Exception {
        SupplierFixture supplier = SupplierFixture.of(demoSupplier("S-001"));
        supplier.answers.removeIf(answer -> answer.question().equals("Q-EXPLOIT-REPORTING"));
        supplier.answer("Q-EXPLOIT-REPORTING", "NO", "DOCUMENTED", LocalDate.of(2026, 6, 1));
        SupplierFacts facts = demo.build(supplier);

        RatingDifference control = of(
                RatingDifference.between(
                        new Side(facts, demo.methodology.rater(LocalDate.of(2026, 9, 10))),
                        new Side(facts, demo.methodology.rater(LocalDate.of(2026, 9, 11)))),
                Measure.CONTROL_WORST);

        assertThat(control.part(Cause.METHODOLOGY)).isGreaterThan(Points.ZERO);
        assertThat(others(control, Cause.METHODOLOGY)).containsOnly(Points.ZERO);
    }

    @Test
    void an_advisory_is_imported_and_its_correction_is_the_suppliers() {
        // Given
        Vulnerability open = weakness(Optional.of(DAY.minusDays(30)), Optional.empty());
        Vulnerability told = weakness(Optional.empty(), Optional.of(DAY.minusDays(3)));
        SupplierFixture listed = SupplierFixture.unknown();
        listed.vulnerabilities.add(open);
        SupplierFixture fixed = SupplierFixture.unknown();
        fixed.vulnerabilities.add(told);

        // When
        SupplierFacts both = ImportedFacts.exchange(fixed.build(), listed.build());

        // Then
        assertThat(both.vulnerabilities())
                .containsExactly(weakness(Optional.of(DAY.minusDays(30)), Optional.of(DAY.minusDays(3))));
        assertThat(ImportedFacts.exchange(SupplierFixture.unknown().build(), listed.build())
                        .vulnerabilities())
                .containsExactly(open);
        assertThat(ImportedFacts.exchange(SupplierFixture.unknown().build(), fixed.build())
                        .vulnerabilities())
                .isEmpty();
    }

    @Test
    void facts_exchanged_with_themselves_stay_as_they_are() {
        for (int i = 0; i < PAIRS; i++) {
            SupplierFacts facts =
                    demo.build(demo.supplier(RandomFixture.seeded().branch("same " + i)));

            assertThat(ImportedFacts.exchange(facts, facts)).isEqualTo(facts);
        }
    }

    private static Vulnerability weakness(Optional<LocalDate> exploited, Optional<LocalDate> fixed) {
        return new Vulnerability(
                "CVE-2026-1",
                "Gateway",
                "CRITICAL",
                Optional.empty(),
                Optional.empty(),
                exploited,
                Optional.empty(),
                fixed,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static SupplierFacts demoSupplier(String id) throws Exception {
        return demo.suppliers().stream()
                .filter(facts -> facts.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Points> others(RatingDifference difference, Cause cause) {
        return Arrays.stream(Cause.values())
                .filter(other -> other != cause)
                .map(other -> difference.part(other))
                .toList();
    }
}
