package io.redoubt.scoring;

import static io.redoubt.scoring.FactsFixture.TODAY;
import static io.redoubt.scoring.FactsFixture.certificate;
import static io.redoubt.scoring.FactsFixture.supplier;
import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.Register.Kind;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.CatalogueFixture;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What dates decide, at their borders. */
class FactDerivationTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final FactCatalogue CATALOGUE = CatalogueFixture.catalogue();

    @ParameterizedTest(name = "from {0} until {1}, suspended {2}, withdrawn {3}: {4}")
    @CsvSource({
        "2024-01-01, 2026-11-21,,, VALID",
        "2024-01-01, 2026-11-20,,, EXPIRED",
        "2026-11-21, 2027-11-20,,, VALID",
        "2026-11-22, 2027-11-20,,, NOT_YET_VALID",
        "2024-01-01, 2027-01-01, 2026-11-21,, SUSPENDED",
        "2024-01-01, 2027-01-01, 2026-11-22,, VALID",
        "2024-01-01, 2027-01-01,, 2026-11-21, WITHDRAWN",
        "2024-01-01, 2027-01-01,, 2026-11-22, VALID",
        "2024-01-01, 2027-01-01, 2026-01-01, 2026-02-01, WITHDRAWN",
        "2024-01-01, 2026-11-20, 2026-01-01,, EXPIRED"
    })
    void aCertificateCountsThroughItsLastDay(
            LocalDate from, LocalDate until, LocalDate suspended, LocalDate withdrawn, String state) {
        // When
        String derived = new CertificateStanding(supplier().facts(), PackInputsFixture.inputs(), TODAY)
                .state(certificate(
                        "ISO_27001", from, until, Optional.ofNullable(suspended), Optional.ofNullable(withdrawn)));

        // Then
        assertThat(derived).isEqualTo(state);
    }

    @ParameterizedTest(name = "until {0}, asked for {1}: {2}")
    @CsvSource({
        "2028-02-29, 2028-02-29, CONFIRMED",
        "2028-02-29, 2028-03-01, LAPSED",
        "2028-02-28, 2028-02-29, LAPSED",
        "2026-12-31, 2027-01-01, LAPSED"
    })
    void aCertificateLapsesOnTheDayAfterEvenInALeapYear(LocalDate until, LocalDate asOf, String certified) {
        // Given
        SupplierFacts facts = supplier()
                .certification(certificate("ISO_27001", LONG_AGO, until))
                .complete(Kind.CERTIFICATIONS, LocalDate.of(2030, 1, 1))
                .facts();

        // When
        Reading reading = ofSupplier(facts, asOf, "iso27001");

        // Then
        assertThat(reading).isEqualTo(Reading.known(StandardFields.CERTIFIED.parse(certified)));
    }

    @Test
    void aLapsedCertificateMayHideABetterOneWhereNobodySaidThatTheListIsComplete() {
        // Given
        SupplierFacts facts = supplier()
                .certification(certificate("ISO_27001", LONG_AGO, TODAY.minusDays(1)))
                .facts();

        // When
        Reading reading = ofSupplier(facts, TODAY, "iso27001");

        // Then
        assertThat(reading)
                .isEqualTo(Reading.within(
                        StandardFields.CERTIFIED.parse("LAPSED"), StandardFields.CERTIFIED.parse("CONFIRMED")));
    }

    @Test
    void aLapsedCertificateStaysSoWhenTheStatementThatTheListIsCompleteHasEnded() {
        // Given
        SupplierFacts facts = supplier()
                .certification(certificate("ISO_27001", LONG_AGO, TODAY.minusDays(1)))
                .complete(Kind.CERTIFICATIONS, TODAY.minusDays(1))
                .facts();

        // When
        Reading reading = ofSupplier(facts, TODAY, "iso27001");

        // Then
        assertThat(reading).isEqualTo(Reading.known(StandardFields.CERTIFIED.parse("LAPSED")));
    }

    /** Until it ends such a certificate counts as none; were it to count as lapsed afterwards, ageing would improve. */
    @ParameterizedTest(name = "until {0}")
    @CsvSource({"2026-11-21", "2026-11-20"})
    void aCertificateThatCoversNothingOfOursCountsAsNoneBeforeAndAfterItsEnd(LocalDate until) {
        // Given
        SupplierFacts facts = supplier()
                .certification(certificate("ISO_27001", LONG_AGO, until, "NONE"))
                .complete(Kind.CERTIFICATIONS, TODAY)
                .facts();

        // When
        Reading reading = ofSupplier(facts, TODAY, "iso27001");

        // Then
        assertThat(reading).isEqualTo(Reading.known(StandardFields.CERTIFIED.parse("NO")));
    }

    @Test
    void aConfirmedCertificateNeedsNoCompleteRegister() {
        // Given
        SupplierFacts facts = supplier()
                .certification(certificate("ISO_27001", LONG_AGO, TODAY))
                .facts();

        // When
        Reading reading = ofSupplier(facts, TODAY, "iso27001");

        // Then
        assertThat(reading).isEqualTo(Reading.known(StandardFields.CERTIFIED.parse("CONFIRMED")));
    }

    /** Opened long ago, due and verified on these days; then whether it counts and whether it is overdue. */
    @ParameterizedTest(name = "due {0}, verified {1}: open {2}, overdue {3}")
    @CsvSource({
        "2026-11-21,, 1, 0",
        "2026-11-20,, 1, 1",
        "2026-11-20, 2026-11-21, 0, 0",
        "2026-11-20, 2026-11-22, 1, 1",
        "2026-11-22,, 1, 0"
    })
    void aFindingIsOverdueFromTheDayAfterItsDueDateUntilItIsVerified(
            LocalDate due, LocalDate verified, long open, long overdue) {
        // Given
        SupplierFacts facts = supplier()
                .finding("CRITICAL", LONG_AGO, due, Optional.ofNullable(verified))
                .complete(Kind.FINDINGS, TODAY)
                .facts();

        // When
        FactSet set = derive(facts, TODAY);

        // Then
        assertThat(read(set, FactType.SUPPLIER, "open_critical_findings")).isEqualTo(number(open));
        assertThat(read(set, FactType.SUPPLIER, "overdue_findings")).isEqualTo(number(overdue));
        assertThat(rows(set, FactType.FINDING)).hasSize((int) open);
    }

    @Test
    void aFindingCountsFromTheDayItIsOpened() {
        // Given
        SupplierFacts facts = supplier()
                .finding("CRITICAL", TODAY.plusDays(1), TODAY.plusDays(2), Optional.empty())
                .complete(Kind.FINDINGS, TODAY)
                .facts();

        // When
        FactSet set = derive(facts, TODAY);

        // Then
        assertThat(rows(set, FactType.FINDING)).isEmpty();
    }

    @Test
    void aCountIsALowerBoundWhileTheRegisterIsNotComplete() {
        // Given
        SupplierFacts facts = supplier()
                .finding("CRITICAL", LONG_AGO, TODAY, Optional.empty())
                .complete(Kind.FINDINGS, TODAY.minusDays(1))
                .facts();

        // When
        FactSet set = derive(facts, TODAY);

        // Then
        assertThat(read(set, FactType.SUPPLIER, "open_critical_findings"))
                .isEqualTo(Reading.within(Micros.ONE, Long.MAX_VALUE));
        assertThat(read(set, FactType.SUPPLIER, "overdue_findings").isOpen()).isTrue();
        assertThat(read(set, FactType.SUPPLIER, "unaudited_incidents").isOpen()).isTrue();
    }

    @ParameterizedTest(name = "on {0}, audit {2} on {1}: {3}")
    @CsvSource({
        "2026-11-21,, PASSED, 1",
        "2026-11-22,, PASSED, 0",
        "2016-01-01,, PASSED, 1",
        "2026-10-01, 2026-10-02, PASSED, 0",
        "2026-10-01, 2026-10-01, PASSED, 1",
        "2026-10-01, 2026-10-02, FAILED, 1",
        "2026-10-01, 2026-11-21, PASSED, 0",
        "2026-10-01, 2026-11-22, PASSED, 1"
    })
    void anIncidentStaysUntilAnAuditIsPassed(LocalDate occurred, LocalDate held, String result, long unaudited) {
        // Given
        FactsFixture supplier = supplier().incident(occurred).complete(Kind.INCIDENTS, TODAY);
        if (held != null) {
            supplier.audit(held, result);
        }

        // When
        Reading reading = ofSupplier(supplier.facts(), TODAY, "unaudited_incidents");

        // Then
        assertThat(reading).isEqualTo(number(unaudited));
    }

    /** The screening ends on its last day: a clean result may then be anything, a listing stays as bad as it was. */
    @ParameterizedTest(name = "{0} until {1}: {2} to {3}")
    @CsvSource({
        "NOT_LISTED, 2026-11-21, NOT_LISTED, NOT_LISTED",
        "NOT_LISTED, 2026-11-20, NOT_LISTED, LISTED_HALF_OR_MORE",
        "LISTED_BELOW_HALF, 2026-11-20, LISTED_BELOW_HALF, LISTED_HALF_OR_MORE",
        "LISTED_HALF_OR_MORE, 2020-01-01, LISTED_HALF_OR_MORE, LISTED_HALF_OR_MORE"
    })
    void aScreeningRunsOut(String listing, LocalDate until, String low, String high) {
        // Given
        SupplierFacts facts = supplier().screened(listing, until).facts();

        // When
        Reading reading = ofSupplier(facts, TODAY, "owner_list");

        // Then
        assertThat(reading.low()).isEqualTo(StandardFields.OWNER_LIST.parse(low));
        assertThat(reading.high()).isEqualTo(StandardFields.OWNER_LIST.parse(high));
    }

    @Test
    void ofEachProductOnlyTheLatestReleaseIsJudged() {
        // Given
        SupplierFacts facts = supplier()
                .release("R-2", "A", TODAY, true)
                .release("R-1", "A", TODAY.minusDays(1), false)
                .release("R-3", "A", TODAY.plusDays(1), false)
                .release("R-4", "B", LONG_AGO, false)
                .facts();

        // When
        FactSet set = derive(facts, TODAY);

        // Then
        assertThat(rows(set, FactType.FIRMWARE_RELEASE))
                .extracting(FactRow::key)
                .containsExactlyInAnyOrder("R-2", "R-4");
    }

    @Test
    void ofTwoReleasesOnOneDayBothAreJudgedWhateverTheirOrder() {
        // Given
        SupplierFacts one = supplier()
                .release("R-1", "A", TODAY, true)
                .release("R-2", "A", TODAY, false)
                .facts();
        SupplierFacts other = supplier()
                .release("R-2", "A", TODAY, false)
                .release("R-1", "A", TODAY, true)
                .facts();

        // When
        List<FactSet> sets = List.of(derive(one, TODAY), derive(other, TODAY));

        // Then
        assertThat(sets)
                .allSatisfy(set -> assertThat(rows(set, FactType.FIRMWARE_RELEASE))
                        .extracting(FactRow::key)
                        .containsExactlyInAnyOrder("R-1", "R-2"));
    }

    @Test
    void aSupplierWithoutASiteHasOneOfWhichNothingIsKnown() {
        // When
        FactSet set = derive(supplier().facts(), TODAY);

        // Then
        assertThat(rows(set, FactType.SITE)).extracting(FactRow::key).containsExactly("unknown");
        assertThat(read(set, FactType.SITE, "country").state()).isEqualTo(FactState.UNKNOWN);
    }

    private static Reading number(long value) {
        return Reading.known(value * Micros.ONE);
    }

    private static Reading ofSupplier(SupplierFacts facts, LocalDate asOf, String field) {
        return read(derive(facts, asOf), FactType.SUPPLIER, field);
    }

    private static FactSet derive(SupplierFacts facts, LocalDate asOf) {
        return PackInputsFixture.derivation(CATALOGUE, List.of("Q-NDA")).derive(facts, asOf);
    }

    private static Reading read(FactSet set, FactType type, String field) {
        return rows(set, type).get(0).read(CATALOGUE.field(type, field));
    }

    private static List<FactRow> rows(FactSet set, FactType type) {
        return set.rows().stream().filter(row -> row.type() == type).toList();
    }
}
