package io.redoubt.scoring.files;

import io.redoubt.shared.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** A supplier document can't be taken in; carries every violation, not just the first. */
public final class FactsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public FactsException(List<Violation> violations) {
        super(violations.stream().map(Violation::toString).collect(Collectors.joining("\n")));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
