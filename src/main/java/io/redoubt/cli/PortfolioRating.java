package io.redoubt.cli;

import io.redoubt.facts.SupplierFacts;
import io.redoubt.scoring.Rater;
import io.redoubt.scoring.RatingOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Rates many suppliers on all cores, in batches that share a session, and shows how far it is on a terminal. */
record PortfolioRating(Rater rater) {
    private static final int BATCH = 500;

    List<RatingOutcome> rate(List<SupplierFacts> suppliers) throws InterruptedException, ExecutionException {
        ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (ProgressBar bar = bar(suppliers.size())) {
            List<Future<List<RatingOutcome>>> batches = new ArrayList<>();
            for (int from = 0; from < suppliers.size(); from += BATCH) {
                List<SupplierFacts> batch = suppliers.subList(from, Math.min(from + BATCH, suppliers.size()));
                batches.add(cores.submit(() -> {
                    List<RatingOutcome> outcomes = rater.rateAll(batch);
                    bar.stepBy(batch.size());
                    return outcomes;
                }));
            }
            List<RatingOutcome> outcomes = new ArrayList<>();
            for (Future<List<RatingOutcome>> batch : batches) {
                outcomes.addAll(batch.get());
            }
            return outcomes;
        } finally {
            cores.shutdownNow();
        }
    }

    /** On standard error, so that a redirected ranking stays clean; quiet where nobody watches. */
    private static ProgressBar bar(int suppliers) {
        boolean watched = System.getenv("TERM") != null && System.getenv("CI") == null && suppliers > BATCH;
        return new ProgressBarBuilder()
                .setTaskName("rating")
                .setInitialMax(suppliers)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(watched ? 100 : Integer.MAX_VALUE)
                .setConsumer(watched ? new me.tongfei.progressbar.ConsoleProgressBarConsumer(System.err) : silent())
                .build();
    }

    private static me.tongfei.progressbar.ProgressBarConsumer silent() {
        return new me.tongfei.progressbar.DelegatingProgressBarConsumer(line -> {});
    }
}
