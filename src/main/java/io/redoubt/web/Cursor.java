package io.redoubt.web;

import io.redoubt.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a page begins: opaque to clients, the last key they have seen to us. */
public final class Cursor {
    /** Most items of a page. */
    public static final int MAX_LIMIT = 500;

    private Cursor() {}

    public static String of(String lastKey) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(lastKey.getBytes(StandardCharsets.UTF_8));
    }

    /** The last key seen; empty for the first page. */
    public static String read(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return "";
        }
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (key.chars().anyMatch(c -> c < ' ')) {
                throw new IllegalArgumentException("No key has control characters.");
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    /**
     * The number that the last item seen has.
     *
     * @param first what the first page begins after
     */
    public static long number(@Nullable String cursor, long first) {
        String key = read(cursor);
        return key.isEmpty() ? first : place(cursor, parts -> Long.parseLong(parts[0]));
    }

    /** Where the last item seen stands, from the words of its key; refuses what no page has answered. */
    public static <T> T place(@Nullable String cursor, Function<String[], T> read) {
        try {
            return read.apply(read(cursor).split(" ", -1));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw malformed();
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

    private static RuntimeException malformed() {
        return ProblemType.MALFORMED.because("The cursor must be one that a page has answered.");
    }

    /** A page's size. */
    public static int limit(int asked) {
        if (asked < 1 || asked > MAX_LIMIT) {
            throw ProblemType.MALFORMED.because("The limit (" + asked + ") must lie between 1 and " + MAX_LIMIT + ".");
        }
        return asked;
    }
}
