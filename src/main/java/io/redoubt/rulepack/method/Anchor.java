package io.redoubt.rulepack.method;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The name of a place in a document, made of letters, digits, dots and hyphens alone whatever an author wrote; two ids
 * never share one.
 */
record Anchor(String name) {
    static Anchor rule(String id) {
        return new Anchor("rule-" + safe(id));
    }

    static Anchor citation(String id) {
        return new Anchor("citation-" + safe(id));
    }

    static Anchor parameter(String id) {
        return new Anchor("parameter-" + safe(id));
    }

    static Anchor section(String id) {
        return new Anchor("section-" + safe(id));
    }

    private static String safe(String id) {
        return id.chars()
                .mapToObj(c -> isPlain(c) ? Character.toString(c) : String.format(Locale.ROOT, ".%04x", c))
                .collect(Collectors.joining());
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
