package io.redoubt.web;

import io.redoubt.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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

    static RuntimeException malformed() {
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
