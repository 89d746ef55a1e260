package io.redoubt.scoring.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTextTest {
    @Test
    void every_day_of_three_centuries_is_read_as_the_calendar_reads_it() {
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() < 2200; day = day.plusDays(1)) {
            assertThat(DayText.day(day.toString())).isEqualTo(day);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-1-01",
                "2026-01-1",
                "2026/01/01",
                "2026-00-10",
                "2026-13-01",
                "2026-01-00",
                "2026-02-29",
                "2026-04-31",
                "1899-12-31",
                "02026-01-01",
                "2026-01-01T00:00",
                "２０２６-01-01",
                "2026-01-01 ",
                "-026-01-01",
                "2026-0a-01",
                "+2026-01-1"
            })
    void what_is_no_day_is_refused(String text) {
        assertThatThrownBy(() -> DayText.day(text)).isInstanceOf(DateTimeException.class);
    }
}
