package io.redoubt.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.redoubt.assessment.Occasion;
import io.redoubt.scoring.BandChanges;
import io.redoubt.scoring.files.WeightsJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as clients see it.
 *
 * @param untouched suppliers whose ratings certainly come out the same, so that a nightly run confirms them and rates none
 *     of them; null where all are rated
 * @param unrateable suppliers whose facts could not be read; the service's log names them
 * @param weights how many bands of the suppliers done hang on the weights; null before the first are
 */
record JobStatus(
        UUID id,
        String kind,
        Occasion occasion,
        Job.State state,
        LocalDate asOf,
        long done,
        long total,
        @Nullable Long untouched,
        long unrateable,
        @Nullable Weights weights,
        @Nullable String problem,
        String requestedBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * How much hangs on the weights.
     *
     * @param seed of the sampled weights
     * @param changing rated suppliers with another band in at least one sample
     * @param average rated suppliers with another band in a sample, on average; a decimal as text
     * @param underWeights rated suppliers with another band under each further set of weights
     */
    record Weights(long seed, int samples, int rated, int changing, String average, Map<String, Integer> underWeights) {
        static Weights of(BandChanges changes) {
            return new Weights(
                    changes.seed(),
                    changes.samples(),
                    changes.rated(),
                    changes.changing(),
                    changes.average(),
                    changes.underWeights());
        }
    }

    static JobStatus of(Job job) {
        return new JobStatus(
                job.id,
                job.kind,
                job.occasion,
                job.state,
                job.asOf,
                job.done,
                job.total,
                job.untouched,
                job.unrateable,
                bandChanges(job).map(Weights::of).orElse(null),
                job.problem,
                job.requestedBy,
                job.createdAt,
                job.finishedAt);
    }

    /** What the job has counted so far. */
    static Optional<BandChanges> bandChanges(Job job) {
        if (job.bandChanges == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(WeightsJson.bandChanges(JSON.readTree(job.bandChanges)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a job counted must be readable.", e);
        }
    }
}
