package io.redoubt.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.scoring.Deadline.Kind;
import io.redoubt.scoring.files.OutcomeJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Nothing ends without having been told: a rating moves by itself on no day but the one after a deadline. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadlinesTest {
    private static final LocalDate DAY = DemoFixture.DAY;
    private static final int DAYS = 500;
    private DemoFixture demo;
    private List<SupplierFacts> suppliers;

    @BeforeAll
    void read() throws Exception {
        demo = new DemoFixture();
        suppliers = demo.suppliers().stream().map(this::withoutWhatGrowsOlder).toList();
    }

    @Test
    void noRatingMovesByItselfButAfterADeadline() {
        // Given
        List<Set<LocalDate>> told = suppliers.stream()
                .map(facts -> demo.rater(DAY).deadlines(facts).stream()
                        .map(Deadline::lastDay)
                        .collect(Collectors.toSet()))
                .toList();

        // When
        List<Set<LocalDate>> moved = lastDays();

        // Then
        for (int i = 0; i < suppliers.size(); i++) {
            assertThat(told.get(i)).as(suppliers.get(i).id()).containsAll(moved.get(i));
        }
        assertThat(moved.stream().mapToInt(Set::size).sum())
                .as("else this would hold of anything")
                .isGreaterThan(200);
    }

    /** Of each supplier the days on whose evening something ended. */
    private List<Set<LocalDate>> lastDays() {
        List<Set<LocalDate>> days = suppliers.stream()
                .<Set<LocalDate>>map(supplier -> new TreeSet<>())
                .toList();
        List<String> before = outcomes(DAY);
        for (LocalDate day = DAY; day.isBefore(DAY.plusDays(DAYS)); day = day.plusDays(1)) {
            List<String> after = outcomes(day.plusDays(1));
            for (int i = 0; i < after.size(); i++) {
                if (!after.get(i).equals(before.get(i))) {
                    days.get(i).add(day);
                }
            }
            before = after;
        }
        return days;
    }

    private List<String> outcomes(LocalDate day) {
        return demo.rater(day).rateAll(suppliers).stream()
                .map(outcome -> OutcomeJson.write(outcome, demo.methodology.pack())
                        .without("asOf")
                        .toString())
                .toList();
    }

    /** Findings, weaknesses and what happened grow older each day, which is no end of anything. */
    private SupplierFacts withoutWhatGrowsOlder(SupplierFacts supplier) {
        SupplierFixture fixture = SupplierFixture.of(supplier);
        fixture.findings.clear();
        fixture.vulnerabilities.clear();
        fixture.incidents.clear();
        fixture.audits.clear();
        return demo.build(fixture);
    }

    @Test
    void whatWasRenewedPutOffOrCorrectedEndsNoMore() {
        // Given
        SupplierFixture supplier = SupplierFixture.unknown();
        supplier.certificate("ISO_27001", "CONFIRMED", DAY.minusDays(900), DAY.plusDays(20));
        supplier.certificate("ISO_27001", "CONFIRMED", DAY.minusDays(3), DAY.plusDays(1_000));
        supplier.finding("MAJOR", DAY.minusDays(10), DAY.plusDays(25));

        // When
        List<Deadline> deadlines = demo.rater(DAY).deadlines(supplier.build());

        // Then
        assertThat(deadlines)
                .extracting(Deadline::kind, Deadline::lastDay, Deadline::site)
                .containsExactlyInAnyOrder(
                        tuple(Kind.CERTIFICATION, DAY.plusDays(1_000), Optional.empty()),
                        tuple(Kind.FINDING, DAY.plusDays(25), Optional.empty()));
    }
}
