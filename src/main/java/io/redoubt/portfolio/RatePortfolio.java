package io.redoubt.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redoubt.assessment.AssessSupplier;
import io.redoubt.assessment.ConfirmRatings;
import io.redoubt.assessment.Occasion;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.policy.Methodology;
import io.redoubt.policy.Subject;
import io.redoubt.rulepack.PackException;
import io.redoubt.scoring.BandChanges;
import io.redoubt.scoring.files.WeightsJson;
import io.redoubt.supplier.SupplierDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Rates every supplier, chunk by chunk in the order of ids, and none twice. Chunks are small because somebody who rates
 * one of their suppliers meanwhile waits for the end of the transaction. A nightly run begins by confirming those whom
 * neither time nor a change touched, and rates the others.
 */
@ApplicationScoped
class RatePortfolio implements JobKind {
    static final String ID = "rate-portfolio";
    private static final int CHUNK = 25;

    private final SupplierDocuments documents;
    private final AssessSupplier assessSupplier;
    private final ConfirmRatings confirmRatings;
    private final ActiveMethodology methodology;
    private final ObjectMapper json;

    RatePortfolio(
            SupplierDocuments documents,
            AssessSupplier assessSupplier,
            ConfirmRatings confirmRatings,
            ActiveMethodology methodology,
            ObjectMapper json) {
        this.documents = documents;
        this.assessSupplier = assessSupplier;
        this.confirmRatings = confirmRatings;
        this.methodology = methodology;
        this.json = json;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public JobWork begin() {
        return new Rating();
    }

    /** Keeps to the methodology that was in force when the job began, whatever is published meanwhile. */
    private final class Rating implements JobWork {
        private @Nullable Methodology pinned;

        @Override
        public boolean step(Job job) {
            Methodology active = pinned == null ? pin(job) : pinned;
            pinned = active;
            boolean byTime = job.occasion == Occasion.TIME;
            if (byTime && job.untouched == null) {
                confirmRatings.confirm(job.asOf, active);
                job.total = confirmRatings.countTouched(job.asOf);
                job.untouched = documents.count() - job.total;
                return true;
            }
            List<String> chunk = byTime
                    ? confirmRatings.touchedAfter(job.position, CHUNK, job.asOf)
                    : documents.idsAfter(job.position, CHUNK);
            if (chunk.isEmpty()) {
                return false;
            }
            List<AssessSupplier.Act> acts = assessSupplier.assess(
                    chunk, new AssessSupplier.Order(job.asOf, job.requestedBy, job.occasion), active);
            job.bandChanges = counted(job, active, acts);
            job.unrateable += chunk.size() - acts.size();
            job.advance(chunk);
            return true;
        }
    }

    private Methodology pin(Job job) {
        try {
            if (job.methodology == null) {
                Methodology active = methodology.get();
                job.methodology = json.writeValueAsString(active.hashes());
                return active;
            }
            SortedMap<Subject, String> kept = json.readValue(job.methodology, new TypeReference<>() {});
            return methodology.stored(kept);
        } catch (JsonProcessingException | PackException e) {
            throw new IllegalStateException("What a job began with must be readable.", e);
        }
    }

    /** What hangs on the weights among the suppliers done, those of this chunk included. */
    private static String counted(Job job, Methodology active, List<AssessSupplier.Act> acts) {
        BandChanges changes = JobStatus.bandChanges(job).orElseGet(() -> BandChanges.none(active.pack()));
        for (AssessSupplier.Act act : acts) {
            changes = changes.plus(act.outcome());
        }
        return WeightsJson.write(changes).toString();
    }
}
