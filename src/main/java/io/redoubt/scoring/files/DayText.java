package io.redoubt.scoring.files;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * Reads days and points in time. From 1900 on, with four digits for the year: earlier days mean others in other
 * calendars, later ones overflow.
 */
final class DayText {
    private static final Pattern DATE = Pattern.compile("(19|[2-9][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}");

    private DayText() {}

    static LocalDate day(String text) {
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
