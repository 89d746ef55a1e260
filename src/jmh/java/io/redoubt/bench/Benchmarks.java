package io.redoubt.bench;

import io.redoubt.jurisdiction.files.JurisdictionException;
import io.redoubt.rulepack.PackException;
import io.redoubt.scoring.files.FactsException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Compares the product with hand-written code and with other rule libraries on the same rows, in one run on one machine,
 * shows where the time of a rating goes, what memory many suppliers take, how long the service takes to answer while
 * it rates everything, and how long an author waits for a check of a pack. Before anything is measured all totals are compared. No time is ever asserted.
 *
 * <p>{@code -Dbench.short=true} takes about three minutes and is good for orders of magnitude only; {@code -Dbench.table=FILE}
 * also writes the table to a file.
 */
public final class Benchmarks {
    private Benchmarks() {}

    /** Checks, measures, prints. */
    public static void main(String[] args)
            throws RunnerException, IOException, PackException, JurisdictionException, FactsException {
        Logging.quiet();
        checkTotals();
        checkTrails();
        boolean quick = Boolean.getBoolean("bench.short");
        Collection<RunResult> evaluation = new Runner(evaluation(quick).build()).run();
        Collection<RunResult> building = new Runner(building(quick).build()).run();
        Collection<RunResult> findings = new Runner(findings(quick).build()).run();
        String table = new ResultTable(evaluation, building, quick)
                + new FindingsResults(findings).toString()
                + Stages.table(quick)
                + run(quick, MillionSuppliers.class, MillionSuppliers.HEAP)
                + run(quick, RatingUnderLoad.class, "-Xmx256m")
                + run(quick, PreviewedPortfolio.class, "-Xmx256m")
                + run(quick, CheckTimes.class, CheckTimes.HEAP, CheckTimes.SHIPPED)
                + run(quick, CheckTimes.class, CheckTimes.HEAP, CheckTimes.GROWN);
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

    private static void checkTrails() {
        FindingsTable table = new FindingsTable();
        int[] expected = FindingsContender.HAND_WRITTEN.over(table).totals();
        for (FindingsContender contender : FindingsContender.values()) {
            Engine engine = contender.over(table);
            engine.prepare();
            if (!Arrays.equals(expected, engine.totals())) {
                throw new IllegalStateException(
                        "The trails of " + contender.title() + " must be the hand-written ones.");
            }
        }
        System.out.println("All " + FindingsContender.values().length + " engines leave the same trails.");
    }

    private static ChainedOptionsBuilder evaluation(boolean quick) {
        return common(EqualityRowsBenchmark.class)
                .forks(quick ? 1 : 2)
                .warmupIterations(quick ? 3 : 5)
                .warmupTime(TimeValue.milliseconds(quick ? 500 : 1_000))
                .measurementIterations(quick ? 3 : 5)
                .measurementTime(TimeValue.milliseconds(quick ? 300 : 1_000));
    }

    private static ChainedOptionsBuilder findings(boolean quick) {
        return common(FindingsBenchmark.class)
                .forks(1)
                .warmupIterations(quick ? 2 : 5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 3 : 5)
                .measurementTime(TimeValue.milliseconds(quick ? 500 : 1_000));
    }

    /** What a class prints in a Java machine of its own. */
    private static String run(boolean quick, Class<?> main, String heap, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dbench.short=" + quick,
                "-classpath",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(main.getSimpleName() + " must end well.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The measuring was interrupted.", e);
        }
        return "\n" + printed;
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
