package io.redoubt.bench;

import io.redoubt.rulepack.Rule;
import io.redoubt.scoring.drools.DroolsEvaluator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time to build the network of a pack out of its rules, in a fresh Java machine and in one that has built others. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class NetworkBuildBenchmark {
    @Param({"500", "5000"})
    public int rows;

    private List<Rule> rules;

    /** Makes the typed rules; not measured. */
    @Setup
    public void makeRules() {
        Logging.quiet();
        rules = RedoubtEngine.rules(new EqualityTable(rows));
    }

    /** The first network of a process. */
    @Benchmark
    @Fork(3)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public DroolsEvaluator cold() {
        return new DroolsEvaluator(rules);
    }

    /** A later one, as when a pack is edited. */
    @Benchmark
    @Fork(1)
    @Warmup(iterations = 10)
    @Measurement(iterations = 10)
    public DroolsEvaluator warm() {
        return new DroolsEvaluator(rules);
    }
}
