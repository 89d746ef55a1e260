package io.redoubt.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Asks the service to rate single suppliers, first while it has nothing else to do and then while it rates everything,
 * and prints how long the answers take. One client, a short pause after each answer.
 */
public final class RatingUnderLoad {
    private static final int SUPPLIERS = 4_000;
    private static final int SHORT_SUPPLIERS = 600;
    private static final Duration TIME = Duration.ofSeconds(25);
    private static final Duration SHORT_TIME = Duration.ofSeconds(6);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final int HUNDRED = 100;

    private final ServedPortfolio service;
    private final int suppliers;
    private final Duration time;
    private int next;

    private RatingUnderLoad(ServedPortfolio service, boolean quick) {
        this.service = service;
        this.suppliers = quick ? SHORT_SUPPLIERS : SUPPLIERS;
        this.time = quick ? SHORT_TIME : TIME;
    }

    /** Measures and prints. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (ServedPortfolio service = new ServedPortfolio()) {
            new RatingUnderLoad(service, Boolean.getBoolean("bench.short")).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        service.load(suppliers);
        ask(time, "");
        service.await(service.rateAll(), Duration.ofMillis(HUNDRED));
        List<Double> idle = ask(time, "");
        long start = System.nanoTime();
        String job = service.rateAll();
        List<Double> busy = ask(Duration.ofDays(1), job);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                """
                POST /suppliers/{id}/assessments, %,d suppliers, one client:

                | while the service | answers | p50 | p99 | longest |
                |---|---:|---:|---:|---:|
                %s%s
                p99 while everything is rated is %.2f× the idle one. All were rated in %.1f s, %.0f per second.
                """,
                suppliers,
                row("is idle", idle),
                row("rates everything", busy),
                percentile(busy, 99) / percentile(idle, 99),
                seconds,
                suppliers / seconds);
    }

    /** Milliseconds of each answer, for some time or until a job is over. */
    private List<Double> ask(Duration longest, String job) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        long last = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < last) {
            long start = System.nanoTime();
            service.assess(next++ % suppliers);
            times.add((System.nanoTime() - start) / 1e6);
            if (!job.isEmpty() && times.size() % HUNDRED == 0 && !ServedPortfolio.isRunning(service.job(job))) {
                return times;
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
        return times;
    }

    private static String row(String title, List<Double> times) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.1f ms | %.1f ms | %.1f ms |\n",
                title,
                times.size(),
                percentile(times, 50),
                percentile(times, 99),
                percentile(times, HUNDRED));
    }

    private static double percentile(List<Double> times, int percent) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (sorted.size() * percent + HUNDRED - 1) / HUNDRED - 1));
    }
}
