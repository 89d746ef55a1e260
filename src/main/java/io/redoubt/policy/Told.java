package io.redoubt.policy;

import io.redoubt.rulepack.checks.Finding;
import io.redoubt.shared.Place;

/**
 * Something that was found.
 *
 * @param line from 1; 0 where only the file is known
 * @param column character in a text or cell in a table, from 1; 0 where only the line is known
 */
record Told(String kind, String rule, String file, int line, int column, String message) {
    static Told of(String kind, String rule, Place place, String message) {
        return new Told(kind, rule, place.file(), place.line(), place.column(), message);
    }

    static Told of(Finding finding) {
        return of(finding.kind().name(), finding.rule(), finding.place(), finding.message());
    }
}
