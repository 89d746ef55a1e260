package io.redoubt.files;

import io.redoubt.shared.Source;

/** Reads the entry {@code source} of a file; every key of it is demanded. */
public final class SourceEntry {
    private SourceEntry() {}

    /** The source; stand-ins in it where there are problems. */
    public static Source of(YamlMap file) {
        YamlMap yaml = file.get("source").map("publisher", "title", "edition", "licence", "retrieved", "completeness");
        return new Source(
                yaml.text("publisher"),
                yaml.text("title"),
                yaml.text("edition"),
                yaml.text("licence"),
                yaml.date("retrieved"),
                yaml.text("completeness"));
    }
}
