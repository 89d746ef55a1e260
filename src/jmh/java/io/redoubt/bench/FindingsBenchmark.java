package io.redoubt.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Time for one supplier with 100 findings against 500 rules, from rows in memory to the sorted trail. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FindingsBenchmark {
    @Param
    public FindingsContender contender;

    private Engine engine;

    /** Builds what all evaluations share. */
    @Setup(Level.Trial)
    public void build() {
        Logging.quiet();
        engine = contender.over(new FindingsTable());
    }

    /** Makes fresh facts: a product's trail is written once. */
    @Setup(Level.Invocation)
    public void prepare() {
        engine.prepare();
    }

    /** The whole batch. */
    @Benchmark
    @OperationsPerInvocation(FindingsTable.SUPPLIERS)
    public int[] evaluate() {
        return engine.totals();
    }
}
