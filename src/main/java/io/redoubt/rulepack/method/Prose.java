package io.redoubt.rulepack.method;

import io.redoubt.rulepack.method.Inline.Code;
import io.redoubt.rulepack.method.Inline.Link;
import io.redoubt.rulepack.method.Inline.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Running text, piece by piece. */
record Prose(List<Inline> parts) {
    static final Prose NONE = new Prose(List.of());

    Prose {
        parts = List.copyOf(parts);
    }

    static Prose of(String words) {
        return words.isEmpty() ? NONE : new Prose(List.of(new Words(words)));
    }

    static Prose code(String code) {
        return new Prose(List.of(new Code(code)));
    }

    static Prose link(Anchor to, String text) {
        return new Prose(List.of(new Link(to, text)));
    }

    /** The parts with commas, and the last two with a word such as {@code or}. */
    static Prose listed(List<Prose> parts, String last) {
        return joined(parts, ", ", " " + last + " ");
    }

    static Prose joined(List<Prose> parts, String between) {
        return joined(parts, between, between);
    }

    private static Prose joined(List<Prose> parts, String between, String last) {
        Prose all = NONE;
        for (int i = 0; i < parts.size(); i++) {
            String glue = i == 0 ? "" : i == parts.size() - 1 ? last : between;
            all = all.then(glue).then(parts.get(i));
        }
        return all;
    }

    Prose then(String words) {
        return then(of(words));
    }

    Prose then(Prose more) {
        List<Inline> both = new ArrayList<>(parts);
        both.addAll(more.parts);
        return new Prose(both);
    }

    /** As the beginning of a sentence. */
    Prose capitalised() {
        if (parts.isEmpty() || !(parts.get(0) instanceof Words first)) {
            return this;
        }
        String text = first.text().substring(0, 1).toUpperCase(Locale.ROOT)
                + first.text().substring(1);
        return new Prose(
                Stream.concat(Stream.of(new Words(text)), parts.stream().skip(1))
                        .toList());
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The words alone. */
    String plain() {
        return parts.stream().map(Inline::text).collect(Collectors.joining());
    }
}
