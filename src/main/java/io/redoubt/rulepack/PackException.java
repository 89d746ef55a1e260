package io.redoubt.rulepack;

import io.redoubt.shared.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A pack can't be used; carries every problem, not just the first. */
public final class PackException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public PackException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of their files. */
    public List<Problem> problems() {
        return problems;
    }
}
