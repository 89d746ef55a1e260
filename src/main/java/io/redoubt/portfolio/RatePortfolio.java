package io.redoubt.portfolio;

import io.redoubt.assessment.AssessSupplier;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.scoring.BandChanges;
import io.redoubt.scoring.files.WeightsJson;
import io.redoubt.supplier.SupplierDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Rates every supplier, chunk by chunk in the order of ids, and none twice. Chunks are small because somebody who rates
 * one of their suppliers meanwhile waits for the end of the transaction.
 */
@ApplicationScoped
class RatePortfolio implements JobKind {
    private static final int CHUNK = 25;

    private final SupplierDocuments documents;
    private final AssessSupplier assessSupplier;
    private final ActiveMethodology methodology;

    RatePortfolio(SupplierDocuments documents, AssessSupplier assessSupplier, ActiveMethodology methodology) {
        this.documents = documents;
        this.assessSupplier = assessSupplier;
        this.methodology = methodology;
    }

    @Override
    public String id() {
        return "rate-portfolio";
    }

    @Override
    public JobWork begin() {
        return this::step;
    }

    private boolean step(Job job) {
        List<String> chunk = documents.idsAfter(job.position, CHUNK);
        if (chunk.isEmpty()) {
            return false;
        }
        job.bandChanges = counted(job, assessSupplier.assess(chunk, job.asOf, job.requestedBy));
        job.advance(chunk);
        return true;
    }

    /** What hangs on the weights among the suppliers done, those of this chunk included. */
    private String counted(Job job, List<AssessSupplier.Act> acts) {
        BandChanges changes = kept(job);
        for (AssessSupplier.Act act : acts) {
            changes = changes.plus(act.outcome());
        }
        return WeightsJson.write(changes).toString();
    }

    private BandChanges kept(Job job) {
        return JobStatus.bandChanges(job)
                .orElseGet(() -> BandChanges.none(methodology.get().pack()));
    }
}
