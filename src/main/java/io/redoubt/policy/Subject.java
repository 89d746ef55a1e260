package io.redoubt.policy;

import io.redoubt.rulepack.files.Layout;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a draft, a stored set of texts and a publication are of. Each subject has a version in force of its own, and all
 * together are the methodology: data changes ratings as rules do, so it goes through the same hands.
 */
public enum Subject {
    /** The rule pack. */
    RULES(Layout.RULES.main(), Layout.RULES.parts(), "rule pack"),
    /** Countries and their factors. */
    FACTORS(
            "countries.csv",
            Pattern.compile("countries\\.csv|README\\.md|[a-z][a-z0-9_]*/(factor\\.yaml|values\\.csv)"),
            "country factors"),
    /** Vulnerabilities known to be exploited. */
    EXPLOITED(
            "catalogue.yaml",
            Pattern.compile("catalogue\\.yaml|exploited\\.csv|README\\.md"),
            "catalogue of exploited vulnerabilities"),
    /** Owners that the buyer is bound to look for. */
    OWNERS("README.md", Pattern.compile("README\\.md|[a-z][a-z0-9_-]*/(list\\.yaml|owners\\.csv)"), "lists of owners");

    private final String main;
    private final Pattern parts;
    private final String words;

    Subject(String main, Pattern parts, String words) {
        this.main = main;
        this.parts = parts;
        this.words = words;
    }

    Layout layout() {
        return new Layout(main, parts);
    }

    /** What people call it. */
    String words() {
        return words;
    }

    /** Its name in what is stored and told. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
