package io.redoubt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Compares the product with a hand-written scan and with other rule libraries on the same rows, in one run on one
 * machine, and prints one table. Before anything is measured all totals are compared. No time is ever asserted.
 *
 * <p>{@code -Dbench.short=true} takes half a minute and is good for orders of magnitude only; {@code -Dbench.table=FILE}
 * also writes the table to a file.
 */
public final class Benchmarks {
    private Benchmarks() {}

    /** Checks, measures, prints. */
    public static void main(String[] args) throws RunnerException, IOException {
        Logging.quiet();
        checkTotals();
        boolean quick = Boolean.getBoolean("bench.short");
        Collection<RunResult> evaluation = new Runner(evaluation(quick).build()).run();
        Collection<RunResult> building = new Runner(building(quick).build()).run();
        String table = new ResultTable(evaluation, building, quick).toString();
        System.out.println(table);
        String file = System.getProperty("bench.table", "");
        if (!file.isEmpty()) {
            Files.writeString(Path.of(file), table);
        }
    }

    private static void checkTotals() {
        EqualityTable table = new EqualityTable(EqualityRowsBenchmark.ROWS);
        int[] expected = Contender.HAND_WRITTEN_SCAN.over(table).totals();
        for (Contender contender : Contender.values()) {
            Engine engine = contender.over(table);
            engine.prepare();
            int differs = Arrays.mismatch(expected, engine.totals());
            if (differs >= 0) {
                throw new IllegalStateException("The totals of " + contender.title()
                        + " must equal those of the hand-written scan; supplier " + differs + " differs.");
            }
        }
        System.out.println("All " + Contender.values().length + " engines give the same totals for " + expected.length
                + " suppliers.");
    }

    private static ChainedOptionsBuilder evaluation(boolean quick) {
        return common(EqualityRowsBenchmark.class)
                .forks(quick ? 1 : 2)
                .warmupIterations(quick ? 3 : 5)
                .warmupTime(TimeValue.milliseconds(quick ? 500 : 1_000))
                .measurementIterations(quick ? 3 : 5)
                .measurementTime(TimeValue.milliseconds(quick ? 300 : 1_000));
    }

    private static ChainedOptionsBuilder building(boolean quick) {
        ChainedOptionsBuilder options = common(NetworkBuildBenchmark.class);
        return quick ? options.forks(1) : options;
    }

    private static ChainedOptionsBuilder common(Class<?> benchmark) {
        return new OptionsBuilder()
                .include(benchmark.getName())
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend("-Xms1g", "-Xmx1g", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    }
}
