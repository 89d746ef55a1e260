package io.redoubt.scoring.files;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads days and points in time. From 1900 on, with four digits for the year: earlier days mean others in other
 * calendars, later ones overflow.
 */
final class DayText {
    private static final Pattern DATE = Pattern.compile("(19|[2-9][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}");

    private static final int LENGTH = 10;

    private DayText() {}

    static LocalDate day(String text) {
        LocalDate usual = usual(text);
        return usual == null ? checked(text) : usual;
    }

    /** Nearly every day that is read lies before the 29th; those need no calendar. */
    private static @Nullable LocalDate usual(String text) {
        if (text.length() != LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, LENGTH);
        boolean inEveryMonth = year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
        return inEveryMonth ? LocalDate.of(year, month, day) : null;
    }

    /** Negative where anything but the digits 0 to 9 stands there. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static LocalDate checked(String text) {
        if (!DATE.matcher(text).matches()) {
            throw new DateTimeParseException("The date must have a year of four digits.", text, 0);
        }
        return LocalDate.parse(text);
    }

    static Instant instant(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        day(text.substring(0, Math.min(10, text.length())));
        return time.toInstant();
    }
}
