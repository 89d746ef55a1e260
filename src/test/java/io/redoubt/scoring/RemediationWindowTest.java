package io.redoubt.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.Clause;
import io.redoubt.facts.Finding;
import io.redoubt.shared.Micros;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ninety days at the site: the day of receipt excluded, no end on a day of rest. */
class RemediationWindowTest {

    @ParameterizedTest(name = "{0} in {1}, resting {2}, {3} days: {4}")
    @CsvSource({
        // 23 August 2026 + 90 = Saturday 21 November
        "2026-08-23T10:00:00Z, UTC, SATURDAY_SUNDAY, 90, 2026-11-23",
        "2026-08-24T10:00:00Z, UTC, SATURDAY_SUNDAY, 90, 2026-11-23",
        "2026-08-25T10:00:00Z, UTC, SATURDAY_SUNDAY, 90, 2026-11-23",
        "2026-08-26T10:00:00Z, UTC, SATURDAY_SUNDAY, 90, 2026-11-24",
        // a Friday and a Saturday of rest end on Sunday
        "2026-08-22T10:00:00Z, UTC, FRIDAY_SATURDAY, 90, 2026-11-22",
        "2026-08-22T10:00:00Z, UTC, SUNDAY, 90, 2026-11-20",
        // the same moment is another day at another place
        "2026-08-24T20:00:00Z, Asia/Tokyo, SATURDAY_SUNDAY, 90, 2026-11-23",
        "2026-08-25T16:00:00Z, Asia/Tokyo, SATURDAY_SUNDAY, 90, 2026-11-24",
        "2026-08-25T03:00:00Z, America/Los_Angeles, SATURDAY_SUNDAY, 90, 2026-11-23",
        "2026-08-26T07:00:00Z, America/Los_Angeles, SATURDAY_SUNDAY, 90, 2026-11-24",
        "2026-08-26T06:59:59Z, America/Los_Angeles, SATURDAY_SUNDAY, 90, 2026-11-23",
        // leap years and the turn of a year
        "2027-12-01T00:00:00Z, UTC, SATURDAY_SUNDAY, 90, 2028-02-29",
        "2026-12-01T00:00:00Z, UTC, SATURDAY_SUNDAY, 90, 2027-03-01",
        "2028-02-28T12:00:00Z, UTC, SATURDAY_SUNDAY, 1, 2028-02-29",
        "2027-02-28T12:00:00Z, UTC, SATURDAY_SUNDAY, 1, 2027-03-01",
        // a night with a clock change has no length of its own
        "2026-10-24T22:30:00Z, Europe/Berlin, SATURDAY_SUNDAY, 1, 2026-10-26",
        "2026-10-24T21:30:00Z, Europe/Berlin, SUNDAY, 0, 2026-10-24",
        // no day at all of time
        "2026-11-20T23:59:59Z, UTC, SATURDAY_SUNDAY, 0, 2026-11-20"
    })
    void theLastDayIsCountedAtTheSite(Instant received, ZoneId zone, String rest, int days, LocalDate last) {
        // Given
        RemediationWindow window = new RemediationWindow(days, zone, RemediationWindow.daysOfRest(rest));

        // When
        LocalDate found = window.lastDay(received);

        // Then
        assertThat(found).isEqualTo(last);
    }

    @ParameterizedTest(name = "agreed {0}, extended {1}, clause of {2} days: {3}")
    @CsvSource({
        ",,, 2026-11-30",
        "2026-10-01,,, 2026-10-01",
        "2026-10-01, 2026-10-15,, 2026-10-15",
        "2026-10-15, 2026-10-01,, 2026-10-15",
        ", 2026-12-24,, 2026-12-24",
        ", 2026-09-01,, 2026-11-30",
        ",, 120, 2026-12-30",
        "2026-10-01,, 120, 2026-10-01"
    })
    void anAgreedDayThenTheClauseThenThePackSaysHowLong(
            LocalDate agreed, LocalDate extended, Long clause, LocalDate last) {
        // Given: opened on 1 September 2026
        SupplierFixture supplier = SupplierFixture.unknown();
        if (clause != null) {
            supplier.clauses.add(new Clause("C-02", "AGREED", Optional.of(clause * Micros.ONE)));
        }
        Finding finding = new Finding(
                "F",
                "MAJOR",
                "ISO_27001",
                LocalDate.of(2026, 9, 1),
                Optional.ofNullable(agreed),
                Optional.empty(),
                Optional.ofNullable(extended),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        FindingDeadline deadline = new FindingDeadline(
                io.redoubt.rulepack.CatalogueFixture.catalogue(),
                supplier.build(),
                new PackInputs(List.of(), List.of(), Map.of(PackInputs.REMEDIATION_WINDOW, 90 * Micros.ONE)));

        // When
        LocalDate found = deadline.of(finding);

        // Then
        assertThat(found).isEqualTo(last);
    }
}
