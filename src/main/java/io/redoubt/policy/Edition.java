package io.redoubt.policy;

import io.redoubt.files.CanonicalTexts;
import io.redoubt.rulepack.files.PackFiles;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One part of a methodology as it was written.
 *
 * @param hash SHA-256 of its canonical form
 * @param of what it holds, with the edition of each as its publisher names it
 * @param files to be stored with the first outcome it makes
 */
public record Edition(Subject subject, String hash, SortedMap<String, String> of, PackFiles files) {
    private static final int LONGEST = 200;

    public Edition {
        of = Collections.unmodifiableSortedMap(new TreeMap<>(of));
    }

    /** An edition of data, known by the content of its files. */
    static Edition ofData(Subject subject, SortedMap<String, String> of, PackFiles files) {
        return new Edition(subject, CanonicalTexts.sha256(subject.key(), files.texts()), of, files);
    }

    /** What a pack calls itself, and what data is called. */
    public String name() {
        return subject == Subject.RULES ? of.firstKey() : subject.key();
    }

    /** In a few words. */
    public String version() {
        String all = of.values().stream().distinct().sorted().collect(Collectors.joining(", "));
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST - 1) + "…";
    }
}
