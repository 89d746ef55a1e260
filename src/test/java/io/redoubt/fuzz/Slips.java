package io.redoubt.fuzz;

import io.redoubt.shared.RandomFixture;
import java.util.List;

/**
 * The choices of a grammar, which now and then goes wrong on purpose: a production then gives something that only looks
 * like what must stand there. Without slips, whatever a grammar makes is valid.
 */
final class Slips {
    private static final int PER_MILLE = 1_000;
    private static final List<String> HOSTILE = HostileWords.all();

    private final RandomFixture random;
    private final int perMille;

    /** @param perMille how many of a thousand productions go wrong */
    Slips(RandomFixture random, int perMille) {
        this.random = random;
        this.perMille = perMille;
    }

    RandomFixture random() {
        return random;
    }

    /** What must stand here or, seldom, one of the others or a hostile word. */
    String or(String right, String... wrong) {
        if (!slips()) {
            return right;
        }
        int choice = random.between(0, wrong.length + 1);
        return choice < wrong.length
                ? wrong[choice]
                : choice == wrong.length ? random.pick(HOSTILE) : right + random.pick(HOSTILE);
    }

    boolean slips() {
        return perMille > 0 && random.between(1, PER_MILLE) <= perMille;
    }
}
