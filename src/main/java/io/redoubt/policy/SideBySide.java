package io.redoubt.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does work on all cores, on threads of its own: those that Java shares don't see the classes of the packaged service.
 */
final class SideBySide {
    private SideBySide() {}

    /** What each core made of the same work; where it fails on one, all of it fails. */
    static <T> List<T> onAllCores(Callable<T> work) {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(cores, SideBySide::thread);
        try {
            List<T> made = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(Collections.nCopies(cores, work))) {
                made.add(one.get());
            }
            return made;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The work must not be interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The work must not fail.", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "side-by-side");
        thread.setDaemon(true);
        return thread;
    }
}
