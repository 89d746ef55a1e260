package io.redoubt.rulepack.files;

import java.util.regex.Pattern;

/**
 * Which files a set of texts may hold: a misspelt name would otherwise leave its rules or values out without a word.
 *
 * @param main file at which that is told which concerns the whole
 */
public record Layout(String main, Pattern parts) {
    /** A rule pack. */
    public static final Layout RULES = new Layout(
            "pack.yaml",
            Pattern.compile(
                    "pack\\.yaml|citations\\.yaml|CHANGELOG\\.md|README\\.md|parameters/[\\w-]+\\.yaml|tables/[\\w-]+\\.csv"
                            + "|logic/[\\w-]+\\.drl|scenarios/([\\w-]+/)*[\\w-]+\\.yaml"));
}
