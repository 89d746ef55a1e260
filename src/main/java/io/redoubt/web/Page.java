package io.redoubt.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next cursor of the next page; null on the last
 * @param total how many there are
 * @param totalIs {@code exact} or {@code at-least}
 */
public record Page<T>(List<T> items, @Nullable String next, long total, String totalIs) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page from one item more than it shows, which tells whether there is a next.
     *
     * @param found at most {@code size} + 1 items
     * @param lastKey what the next page begins after, from the last item shown
     */
    public static <E, T> Page<T> of(
            List<E> found, int size, Function<E, T> shown, Function<T, String> lastKey, long total) {
        List<T> items = found.stream().limit(size).map(shown).toList();
        boolean more = found.size() > size;
        return new Page<>(items, more ? Cursor.of(lastKey.apply(items.get(size - 1))) : null, total, "exact");
    }

    /** The same page where only some of the total was counted. */
    public Page<T> atLeast() {
        return new Page<>(items, next, items.size() + (next == null ? 0 : 1), "at-least");
    }
}
