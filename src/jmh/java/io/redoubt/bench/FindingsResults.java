package io.redoubt.bench;

import io.redoubt.scoring.FactSet;
import io.redoubt.scoring.drools.DroolsEvaluator;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/** The engines over findings as one Markdown table. */
final class FindingsResults {
    private final Map<FindingsContender, Double> medians = new EnumMap<>(FindingsContender.class);

    FindingsResults(Collection<RunResult> runs) {
        runs.forEach(run -> medians.put(
                FindingsContender.valueOf(run.getParams().getParam("contender")),
                run.getPrimaryResult().getStatistics().getPercentile(50)));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                """

                %d rules over %d findings of each supplier, %.0f of the %,d pairs fire; to the sorted trail.

                | engine | µs per supplier (median) | per second and core | of the hand-written scan | of Redoubt |
                |---|---:|---:|---:|---:|
                """,
                FindingsTable.RULES,
                FindingsTable.FINDINGS,
                firings(),
                FindingsTable.RULES * FindingsTable.FINDINGS));
        medians.keySet().forEach(contender -> text.append(row(contender)));
        return text.append('\n').toString();
    }

    private static double firings() {
        FindingsTable table = new FindingsTable();
        List<FactSet> facts = table.facts();
        new DroolsEvaluator(table.typedRules()).evaluate(facts);
        return facts.stream().mapToInt(set -> set.trail().size()).average().orElse(0);
    }

    private String row(FindingsContender contender) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %,.0f | %s | %s |\n",
                contender.title(),
                time(contender),
                1e6 / time(contender),
                ResultTable.times(time(contender) / time(FindingsContender.HAND_WRITTEN)),
                ResultTable.times(time(contender) / time(FindingsContender.REDOUBT)));
    }

    private double time(FindingsContender contender) {
        return medians.getOrDefault(contender, Double.NaN);
    }
}
