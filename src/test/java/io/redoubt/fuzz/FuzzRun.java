package io.redoubt.fuzz;

import io.redoubt.shared.RandomFixture;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes mutants and checks each, on as many threads as there are processors. Another thread watches them, so a mutant
 * that hangs is named too. Each is made from the seed and its number alone and can be made again without the others.
 *
 * @param kind what a failure and the table call the run
 */
record FuzzRun(String kind, Mutant.Source source, Function<Mutant, Verdict> reader, Check check) {
    /** The longest that one mutant may take, told by how often the watch meets it: a machine at rest counts for none. */
    static final Duration BOUND = Duration.ofSeconds(5);

    private static final Duration TELL = Duration.ofMinutes(1);
    private static final long LOOK_MILLIS = 50;
    private static final int LANES = Runtime.getRuntime().availableProcessors();

    /** What holds for a mutant. */
    interface Check {
        void hold(Mutant mutant, Verdict verdict);
    }

    /** What a run came to. */
    record Result(String kind, RandomFixture seed, int mutants, int accepted, Duration slowest, Duration whole) {
        static String header() {
            return String.format(
                    Locale.ROOT,
                    "%-22s %-28s %9s %9s %9s %10s %8s",
                    "kind",
                    "seed",
                    "mutants",
                    "accepted",
                    "refused",
                    "slowest ms",
                    "per s");
        }

        int refused() {
            return mutants - accepted;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-22s %-28s %9d %9d %9d %10d %8d",
                    kind,
                    seed,
                    mutants,
                    accepted,
                    refused(),
                    slowest.toMillis(),
                    mutants * 1_000L / Math.max(1, whole.toMillis()));
        }
    }

    Result run(RandomFixture seed, int mutants) throws InterruptedException {
        long start = System.nanoTime();
        List<Lane> lanes = IntStream.range(0, LANES)
                .mapToObj(number -> new Lane(seed.branch(kind), number, mutants))
                .toList();
        lanes.forEach(Lane::start);
        long told = start;
        for (Optional<Lane> alive = alive(lanes); alive.isPresent(); alive = alive(lanes)) {
            alive.get().join(LOOK_MILLIS);
            lanes.forEach(Lane::refuseToWait);
            if (System.nanoTime() - told > TELL.toNanos()) {
                told = System.nanoTime();
                System.out.println(result(seed, lanes, start));
            }
        }
        lanes.forEach(Lane::rethrow);
        return result(seed, lanes, start);
    }

    private static Optional<Lane> alive(List<Lane> lanes) {
        return lanes.stream().filter(Lane::isAlive).findFirst();
    }

    private Result result(RandomFixture seed, List<Lane> lanes, long start) {
        return new Result(
                kind,
                seed.branch(kind),
                lanes.stream().mapToInt(lane -> lane.done.get()).sum(),
                lanes.stream().mapToInt(lane -> lane.accepted.get()).sum(),
                Duration.ofNanos(
                        lanes.stream().mapToLong(lane -> lane.slowest).max().orElse(0)),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Every so many-th mutant, on a thread of its own. */
    private final class Lane extends Thread {
        private final RandomFixture seed;
        private final int first;
        private final int mutants;
        private volatile int number;
        private volatile Mutant mutant = new Mutant("", "");
        private int seen = -1;
        private int looks;
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicInteger accepted = new AtomicInteger();
        private volatile long slowest;
        private volatile @Nullable Throwable thrown;

        Lane(RandomFixture seed, int first, int mutants) {
            super("mutants-" + first);
            this.seed = seed;
            this.first = first;
            this.mutants = mutants;
            setDaemon(true);
            setUncaughtExceptionHandler((thread, e) -> thrown = e);
        }

        @Override
        public void run() {
            for (int i = first; i < mutants; i += LANES) {
                number = i;
                mutant = source.next(seed.branch(String.valueOf(i)));
                long began = System.nanoTime();
                Verdict verdict = reader.apply(mutant);
                check.hold(mutant, verdict);
                slowest = Math.max(slowest, System.nanoTime() - began);
                accepted.addAndGet(verdict.isAccepted() ? 1 : 0);
                done.incrementAndGet();
            }
        }

        void refuseToWait() {
            looks = seen == number ? looks + 1 : 0;
            seen = number;
            if (isAlive() && looks > BOUND.toMillis() / LOOK_MILLIS) {
                AssertionError error = new AssertionError("Longer than " + BOUND + ": " + told());
                error.setStackTrace(getStackTrace());
                throw error;
            }
        }

        void rethrow() {
            if (thrown != null) {
                throw new AssertionError(told(), thrown);
            }
        }

        private String told() {
            return seed.branch(String.valueOf(number)) + "\n" + mutant.path() + "\n" + mutant.text();
        }
    }
}
