package io.redoubt.bench;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** The results as one Markdown table, with the machine they come from. */
final class ResultTable {
    private final Map<Contender, Result<?>> evaluation = new EnumMap<>(Contender.class);
    private final Map<String, Double> building = new TreeMap<>();
    private final boolean quick;

    ResultTable(Collection<RunResult> evaluation, Collection<RunResult> building, boolean quick) {
        evaluation.forEach(run ->
                this.evaluation.put(Contender.valueOf(run.getParams().getParam("contender")), run.getPrimaryResult()));
        building.forEach(run -> this.building.put(
                run.getPrimaryResult().getLabel() + " " + run.getParams().getParam("rows"),
                run.getPrimaryResult().getStatistics().getPercentile(50)));
        this.quick = quick;
    }

    @Override
    public String toString() {
        return """

                %d rules `attribute == code`, %d suppliers with %d attributes, %d hits each; %s%s.

                | engine | µs per supplier (median) | best to worst | per second and core | of the hand-written scan | of Redoubt |
                |---|---:|---:|---:|---:|---:|
                %s
                Redoubt is %s the hand-written scan's time; the fastest other library takes %s Redoubt's.

                Building the network: %s.
                """.formatted(
                        EqualityRowsBenchmark.ROWS,
                        EqualityTable.SUPPLIERS,
                        EqualityTable.ATTRIBUTES,
                        EqualityTable.ATTRIBUTES,
                        machine(),
                        quick ? "; short run, orders of magnitude only" : "",
                        evaluation.keySet().stream().map(this::row).collect(Collectors.joining()),
                        times(score(Contender.REDOUBT) / score(Contender.HAND_WRITTEN_SCAN)),
                        times(fastestPeer() / score(Contender.REDOUBT)),
                        building.entrySet().stream()
                                .map(e -> String.format(Locale.ROOT, "%s rules %.0f ms", e.getKey(), e.getValue()))
                                .collect(Collectors.joining(", ")));
    }

    private String row(Contender contender) {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %s | %,.0f | %s | %s |\n",
                contender.title(),
                score(contender),
                range(contender),
                1e6 / score(contender),
                times(score(contender) / score(Contender.HAND_WRITTEN_SCAN)),
                times(score(contender) / score(Contender.REDOUBT)));
    }

    private String range(Contender contender) {
        Statistics times = evaluation.get(contender).getStatistics();
        return String.format(Locale.ROOT, "%.2f to %.2f", times.getMin(), times.getMax());
    }

    /** The median: another process on the same cores spoils a mean. */
    private double score(Contender contender) {
        return evaluation.get(contender).getStatistics().getPercentile(50);
    }

    private double fastestPeer() {
        return evaluation.keySet().stream()
                .filter(Contender::isPeer)
                .mapToDouble(this::score)
                .min()
                .orElseThrow();
    }

    static String times(double ratio) {
        return String.format(Locale.ROOT, "%.2f×", ratio);
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, JDK " + Runtime.version() + " ("
                + System.getProperty("java.vm.name") + "), " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch")
                + ", load " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
