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

/** Time for one supplier against 500 rows of equality, from typed facts in memory to the points. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EqualityRowsBenchmark {
    static final int ROWS = 500;

    @Param
    public Contender contender;

    private Engine engine;

    /** Builds what all evaluations share. */
    @Setup(Level.Trial)
    public void build() {
        Logging.quiet();
        engine = contender.over(new EqualityTable(ROWS));
    }

    /** Makes fresh facts: a product's trail is written once. An invocation takes long enough for this to be exact. */
    @Setup(Level.Invocation)
    public void prepare() {
        engine.prepare();
    }

    /** The whole batch. */
    @Benchmark
    @OperationsPerInvocation(EqualityTable.SUPPLIERS)
    public int[] rate() {
        return engine.totals();
    }
}
