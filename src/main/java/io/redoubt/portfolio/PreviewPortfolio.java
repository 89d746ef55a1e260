package io.redoubt.portfolio;

import io.redoubt.policy.PreviewDraft;
import io.redoubt.policy.PreviewProcess;
import io.redoubt.supplier.SupplierDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rates every supplier under a draft, in a process that lives as long as the try: another try begins anew. Chunks are
 * large, since nobody waits for them.
 */
@ApplicationScoped
class PreviewPortfolio implements JobKind {
    private static final int CHUNK = 100;

    private final SupplierDocuments documents;
    private final PreviewDraft previewDraft;

    PreviewPortfolio(SupplierDocuments documents, PreviewDraft previewDraft) {
        this.documents = documents;
        this.previewDraft = previewDraft;
    }

    @Override
    public String id() {
        return "preview-draft";
    }

    @Override
    public JobWork begin() {
        return new Preview();
    }

    private final class Preview implements JobWork {
        private @Nullable PreviewProcess process;

        @Override
        public boolean step(Job job) {
            PreviewProcess running = process;
            if (running == null) {
                running = previewDraft.begin(job.id);
                process = running;
                job.asOf = running.asOf();
                job.position = "";
                job.done = 0;
                return true;
            }
            List<String> chunk = documents.idsAfter(job.position, CHUNK);
            if (chunk.isEmpty()) {
                previewDraft.end(job.id, running, job.done);
                return false;
            }
            previewDraft.rate(job.id, running, documents.texts(job.asOf, chunk));
            job.advance(chunk);
            return true;
        }

        @Override
        public void close() {
            if (process != null) {
                process.close();
            }
        }
    }
}
