package io.redoubt.jurisdiction.files;

import io.redoubt.shared.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The jurisdiction factors can't be used; carries every problem, not just the first. */
public final class JurisdictionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public JurisdictionException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems: files in the order they were read, each from top to bottom. */
    public List<Problem> problems() {
        return problems;
    }
}
