package io.redoubt.shared;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random choices that can be made again: every test begins with the seed {@code -Dredoubt.seed}, or the usual one, and
 * puts this object into the message of a failure.
 */
public final class RandomFixture {
    private static final long USUAL_SEED = 20_261_121L;
    private static final int PERCENT = 100;

    private final long seed;
    private final String branch;
    private final SplittableRandom random;

    private RandomFixture(long seed, String branch) {
        this.seed = seed;
        this.branch = branch;
        this.random = new SplittableRandom(seed * 31 + branch.hashCode());
    }

    public static RandomFixture seeded() {
        return new RandomFixture(Long.getLong("redoubt.seed", USUAL_SEED), "");
    }

    /** The usual choices whatever seed is asked for: for what is compared with a file that somebody approved. */
    public static RandomFixture usual() {
        return new RandomFixture(USUAL_SEED, "");
    }

    /** Choices for one case, the same whatever the cases before it did. */
    public RandomFixture branch(String name) {
        return new RandomFixture(seed, branch + "/" + name);
    }

    public boolean chance(int percent) {
        return random.nextInt(PERCENT) < percent;
    }

    /** A number from {@code least} to {@code most}, both included. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    @SafeVarargs
    public final <T> T either(T... from) {
        return from[random.nextInt(from.length)];
    }

    /** The same items in another order. */
    public <T> List<T> shuffled(List<T> items) {
        List<T> copy = new java.util.ArrayList<>(items);
        for (int i = copy.size() - 1; i > 0; i--) {
            java.util.Collections.swap(copy, i, random.nextInt(i + 1));
        }
        return List.copyOf(copy);
    }

    public RandomGenerator generator() {
        return random;
    }

    @Override
    public String toString() {
        return "-Dredoubt.seed=" + seed + " " + branch;
    }
}
