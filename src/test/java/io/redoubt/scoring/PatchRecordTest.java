package io.redoubt.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.redoubt.facts.Vulnerability;
import io.redoubt.scoring.PatchRecord.Case;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long fixes take, open cases included. */
class PatchRecordTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    /** {@code 5} is fixed after five days, {@code 5+} is open for five days. */
    @ParameterizedTest(name = "{0}: median {1}, {2} % within 7 days, oldest open {3}, second longest {4}")
    @CsvSource({
        "'', 0, 100, 0, 0",
        "5, 5, 100, 0, 0",
        "8, 8, 0, 0, 0",
        "7 8, 7, 50, 0, 7",
        "1 2 3 4 5, 3, 100, 0, 4",
        "1 2 3 4, 2, 100, 0, 3",
        // the mean over the closed ones would be 2; three of five are open
        "1 2 3 40+ 50+, 3, 60, 50, 40",
        "1 2 40+ 50+ 60+, , 40, 60, 50",
        "9+, , 0, 9, 0",
        "3+, , 100, 3, 0",
        // 3+ leaves before 5: S = 3/4, then 2/2 at risk of which one: 3/8
        "1 3+ 5 9+, 5, 66, 9, 5",
        // the textbook case: 6, 6, 6, 7, 10 and 13, 16, 22, 23 of 21, the rest open (Freireich 1963): median 23
        "6 6 6 7 10 6+ 9+ 10+ 11+ 17+ 19+ 20+ 25+ 32+ 32+ 34+ 35+ 13 16 22 23, 23, 20, 35, 34"
    })
    void openCasesCountAsLongerThanTheirAge(String cases, Long median, long inTime, long oldest, long second) {
        // Given
        PatchRecord record = new PatchRecord(Arrays.stream(cases.split(" "))
                .filter(text -> !text.isEmpty())
                .map(text -> new Case(Long.parseLong(text.replace("+", "")), !text.endsWith("+")))
                .toList());

        // When
        OptionalLong found = record.median();

        // Then
        assertThat(found).isEqualTo(median == null ? OptionalLong.empty() : OptionalLong.of(median));
        assertThat(record.percentWithin(7)).isEqualTo(inTime);
        assertThat(record.oldestOpen()).isEqualTo(oldest);
        assertThat(record.secondLongest()).isEqualTo(second);
    }

    @ParameterizedTest(name = "aware {0}, noticed {1}, exploited {2}, advisory {3}, fixed {4}: {5} days")
    @CsvSource({
        "2026-11-01, 2026-11-03, 2026-11-05, 2026-10-30, 2026-11-06, 7",
        "2026-11-14,,,,, 7",
        "2026-11-13,,,,, 8",
        ", 2026-11-01,,, 2026-11-01, 0",
        ",, 2026-11-21,, 2026-11-25, 0",
        ",,, 2024-02-28, 2024-03-01, 2"
    })
    void theTimeRunsFromTheEarliestNoticeToTheSignedFix(
            LocalDate aware, LocalDate noticed, LocalDate exploited, LocalDate advisory, LocalDate fixed, long days) {
        // Given
        Vulnerability vulnerability = new Vulnerability(
                "CVE-2026-1",
                "P",
                "CRITICAL",
                Optional.ofNullable(aware),
                Optional.ofNullable(noticed),
                Optional.ofNullable(exploited),
                Optional.ofNullable(advisory),
                Optional.ofNullable(fixed),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        // When
        long found = PatchRecord.days(vulnerability, TODAY);

        // Then
        assertThat(found).isEqualTo(days);
    }

    @Test
    void onlyAJustifiedStatementExcludesAWeakness() {
        // Given
        Vulnerability plain = stated("NOT_AFFECTED", Optional.empty());
        Vulnerability justified = stated("NOT_AFFECTED", Optional.of("vulnerable_code_not_present"));
        Vulnerability affected = stated("AFFECTED", Optional.of("we know"));

        // When
        PatchRecord record = PatchRecord.of(List.of(plain, justified, affected), TODAY);

        // Then
        assertThat(record.cases()).hasSize(2);
    }

    private static Vulnerability stated(String vex, Optional<String> justification) {
        return new Vulnerability(
                "CVE-2026-1",
                "P",
                "CRITICAL",
                Optional.of(TODAY),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(vex),
                justification,
                Optional.empty());
    }
}
