package io.redoubt.scoring;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The time a supplier has to correct an ordinary audit finding: calendar days, the day of receipt not counted, through
 * the end of the last day in the site's time zone; a last day of rest moves to the next working day. Public holidays
 * are not known. An extension moves the end and never the start.
 *
 * @param days calendar days
 * @param zone of the site
 * @param rest weekly days of rest at the site
 */
record RemediationWindow(int days, ZoneId zone, Set<DayOfWeek> rest) {
    RemediationWindow {
        rest = Set.copyOf(rest);
        if (rest.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("A week must have a working day.");
        }
    }

    /** The last day for something received at that moment. */
    LocalDate lastDay(Instant received) {
        return lastDay(LocalDate.ofInstant(received, zone));
    }

    /** The last day for something received on that day. */
    LocalDate lastDay(LocalDate received) {
        LocalDate last = received.plusDays(days);
        while (rest.contains(last.getDayOfWeek())) {
            last = last.plusDays(1);
        }
        return last;
    }

    /** Days of rest from a code such as {@code FRIDAY_SATURDAY}. */
    static Set<DayOfWeek> daysOfRest(String code) {
        return Arrays.stream(code.split("_")).map(DayOfWeek::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
