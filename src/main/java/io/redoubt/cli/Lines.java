package io.redoubt.cli;

import java.util.Locale;

/** Text that grows line by line, alike in every country. */
final class Lines {
    private final StringBuilder text = new StringBuilder();

    void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
