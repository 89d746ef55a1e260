package io.redoubt.fuzz;

/**
 * A file of a pack as an author, or somebody who means harm, might have written it.
 *
 * @param path in the pack
 */
public record Mutant(String path, String text) {
    /** A maker of mutants: the same choices make the same mutant. */
    public interface Source {
        Mutant next(io.redoubt.shared.RandomFixture random);
    }

    boolean isDrl() {
        return path.endsWith(".drl");
    }

    boolean isTable() {
        return path.endsWith(".csv");
    }
}
