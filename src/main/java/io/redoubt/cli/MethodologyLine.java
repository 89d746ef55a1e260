package io.redoubt.cli;

import io.redoubt.policy.Edition;
import io.redoubt.policy.Methodology;
import io.redoubt.policy.Subject;
import java.util.stream.Collectors;

/** What a rating was made with, so that two print-outs can be told apart: pack and data, by the start of their hash. */
final class MethodologyLine {
    private static final int SHOWN = 12;

    private MethodologyLine() {}

    static String of(Methodology methodology) {
        return methodology.editions().values().stream()
                .map(MethodologyLine::part)
                .collect(Collectors.joining(", "));
    }

    private static String part(Edition edition) {
        String version = edition.subject() == Subject.RULES ? " " + edition.version() : "";
        return edition.name() + version + " " + edition.hash().substring(0, SHOWN);
    }
}
