package io.redoubt.files;

import static io.redoubt.files.Problems.shown;

import io.redoubt.shared.Place;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Texts by path, wherever they come from: readers of data see no folder, so that what was stored or sent is read like
 * what lies on a disk.
 *
 * @param byPath with {@code /}
 */
public record Texts(SortedMap<String, String> byPath) {
    public Texts {
        byPath = Collections.unmodifiableSortedMap(new TreeMap<>(byPath));
    }

    /** A file's text; nothing, and a problem, where it is missing. */
    public Optional<String> text(String file, Problems problems) {
        Optional<String> text = Optional.ofNullable(byPath.get(file));
        if (text.isEmpty()) {
            problems.add(Place.of(file), "The file (" + shown(file) + ") must exist.");
        }
        return text;
    }

    /** The names of the folders at the top, in order. */
    public List<String> folders() {
        return byPath.keySet().stream()
                .filter(path -> path.indexOf('/') > 0)
                .map(path -> path.substring(0, path.indexOf('/')))
                .distinct()
                .toList();
    }
}
