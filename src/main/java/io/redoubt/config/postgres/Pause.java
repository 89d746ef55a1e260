package io.redoubt.config.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waiting for another process, which sends us no event: looks every 5 ms, because a start should take under 700. */
final class Pause {
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private Pause() {}

    /** What is waited for. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException;
    }

    /** Returns whether the condition came to hold in time. An interrupt shortens the steps, never the wait. */
    static boolean until(Duration limit, Condition condition) throws IOException {
        long start = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - start > limit.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        return true;
    }
}
