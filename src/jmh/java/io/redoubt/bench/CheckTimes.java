package io.redoubt.bench;

import com.sun.management.OperatingSystemMXBean;
import io.redoubt.jurisdiction.files.JurisdictionException;
import io.redoubt.policy.Methodology;
import io.redoubt.policy.PackCheck;
import io.redoubt.policy.ScenarioRun;
import io.redoubt.policy.Succession;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.checks.StaticChecks;
import io.redoubt.scoring.PackInputs;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Prints how long an author waits for a check of a pack, as the process does it that checks drafts: by the clock and on
 * all its cores, the first check after a start and later ones, each of another version of the pack.
 */
public final class CheckTimes {
    /** Heap that a check has. */
    static final String HEAP = "-Xmx512m";

    /** How many rules the pack is to have at least. */
    static final String SHIPPED = "0";

    static final String GROWN = "500";

    private static final int WARM_UPS = 10;
    private static final int SHORT_WARM_UPS = 3;
    private static final int PASSES = 15;
    private static final int SHORT_PASSES = 3;
    private static final String WHOLE = "whole check, reading included";

    private static final double NANOS = 1e6;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Methodology known;
    private final GrownPack pack;
    private final Map<String, List<Spent>> times = new LinkedHashMap<>();
    private int version;

    /** Part of a check. */
    private interface Part<T> {
        T done() throws PackException;
    }

    /**
     * Milliseconds of one part.
     *
     * @param processor of all threads, those that compile and collect garbage included
     */
    private record Spent(double clock, double processor) {
        static Spent now() {
            return new Spent(System.nanoTime() / NANOS, PROCESS.getProcessCpuTime() / NANOS);
        }

        Spent minus(Spent start) {
            return new Spent(clock - start.clock, processor - start.processor);
        }
    }

    private CheckTimes(Methodology known, int rules) {
        this.known = known;
        this.pack = new GrownPack(
                known.files(), Math.max(0, rules - known.pack().rules().size()));
    }

    /**
     * Measures and prints.
     *
     * @param args {@link #SHIPPED} or {@link #GROWN}
     */
    public static void main(String[] args) throws PackException, JurisdictionException {
        Logging.quiet();
        boolean quick = Boolean.getBoolean("bench.short");
        Methodology known = Methodology.read(Path.of("data"), Path.of("rules", "baseline"));
        System.out.print(new CheckTimes(known, Integer.parseInt(args[0])).table(quick));
    }

    private String table(boolean quick) throws PackException {
        Spent start = Spent.now();
        PackCheck check = whole();
        Spent first = Spent.now().minus(start);
        if (!check.isReady()) {
            throw new IllegalStateException(
                    "The pack must be in order; " + check.mistakes().findFirst());
        }
        for (int i = 0; i < (quick ? SHORT_WARM_UPS : WARM_UPS); i++) {
            pass();
        }
        times.clear();
        for (int i = 0; i < (quick ? SHORT_PASSES : PASSES); i++) {
            pass();
        }
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                """
                Checking a pack of %d rules with %d scenarios, %d cores:

                | part | ms (median) | best to worst | processor ms (median) | of the whole check |
                |---|---:|---:|---:|---:|
                """,
                pack().pack().rules().size(),
                check.scenarios().scenarios(),
                Runtime.getRuntime().availableProcessors()));
        times.forEach((part, spent) -> text.append(row(part, spent)));
        return text.append(row("the first check after the start", List.of(first)))
                .toString();
    }

    private PackCheck whole() throws PackException {
        return PackCheck.of(pack(), Optional.of(known), FindingsTable.DAY);
    }

    private Methodology pack() throws PackException {
        return known.with(pack.version(version++));
    }

    private void pass() throws PackException {
        Methodology written = timed("reading the pack's texts", this::pack);
        timed("static checks", () -> StaticChecks.of(written.pack(), FindingsTable.DAY, PackInputs::reads));
        timed("succession", () -> Succession.check(known.pack(), written, LocalDate.of(2026, 11, 21)));
        timed("scenarios", () -> ScenarioRun.of(written));
        timed(WHOLE, this::whole);
    }

    private <T> T timed(String part, Part<T> work) throws PackException {
        Spent start = Spent.now();
        T done = work.done();
        times.computeIfAbsent(part, p -> new ArrayList<>()).add(Spent.now().minus(start));
        return done;
    }

    /** Shares are of processor time: other work on the machine counts less in it. */
    private String row(String part, List<Spent> spent) {
        double[] clock = sorted(spent, Spent::clock);
        double processor = median(sorted(spent, Spent::processor));
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f to %.0f | %.0f | %.2f× |\n",
                part,
                median(clock),
                clock[0],
                clock[clock.length - 1],
                processor,
                processor / median(sorted(times.getOrDefault(WHOLE, List.of()), Spent::processor)));
    }

    private static double[] sorted(List<Spent> spent, ToDoubleFunction<Spent> of) {
        return spent.stream().mapToDouble(of).sorted().toArray();
    }

    private static double median(double[] sorted) {
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
