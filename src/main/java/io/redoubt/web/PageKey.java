package io.redoubt.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a cursor holds: the key of the last item that its page has shown. One that no page has answered is malformed. */
public final class PageKey {
    private PageKey() {}

    /** The number that the last item seen has; on the first page the one that it begins after. */
    public static long number(@Nullable String cursor, long first) {
        String key = Cursor.read(cursor);
        return key.isEmpty() ? first : place(cursor, parts -> Long.parseLong(parts[0]));
    }

    /** Where the last item seen stands, from the words of its key; refuses what no page has answered. */
    public static <T> T place(@Nullable String cursor, Function<String[], T> read) {
        try {
            return read.apply(Cursor.read(cursor).split(" ", -1));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Cursor.malformed();
        }
    }

    /** A day of a key, of those that the database knows. */
    public static LocalDate day(String text) {
        return ParameterReader.date(text);
    }

    /** An instant of a key, of those at which something may have happened. */
    public static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        day(LocalDate.ofInstant(instant, ZoneOffset.UTC).toString());
        return instant;
    }
}
