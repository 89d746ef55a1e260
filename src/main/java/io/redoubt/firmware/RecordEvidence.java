package io.redoubt.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.audit.AuditTrail;
import io.redoubt.files.Problems;
import io.redoubt.problem.ProblemType;
import io.redoubt.supplier.ImportSuppliers;
import io.redoubt.supplier.Others;
import io.redoubt.supplier.SupplierDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Keeps an upload and corrects the ledger by what follows from it, in one transaction: there is no figure without the
 * bytes that it was counted from, and no evidence that the rating does not know of. The supplier is locked first, so of two
 * uploads at once the second sees what the first has done.
 */
@ApplicationScoped
class RecordEvidence {
    private final EvidenceStore store;
    private final SupplierDocuments documents;
    private final ImportSuppliers importSuppliers;
    private final AuditTrail audit;
    private final Clock clock;

    RecordEvidence(
            EvidenceStore store,
            SupplierDocuments documents,
            ImportSuppliers importSuppliers,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.documents = documents;
        this.importSuppliers = importSuppliers;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an upload bears on. */
    @FunctionalInterface
    interface Bearing {
        void on(LedgerCorrection ledger, UUID evidence);
    }

    /**
     * What was kept, and what that changed.
     *
     * @param ledger every field of a fact that is another now
     * @param kept facts that a weaker statement did not change
     */
    record Recorded(
            UUID id,
            EvidenceKind kind,
            String sha256,
            String recordedBy,
            Instant recordedAt,
            JsonNode found,
            List<LedgerCorrection.Change> ledger,
            List<LedgerCorrection.Kept> kept) {
        Recorded {
            ledger = List.copyOf(ledger);
            kept = List.copyOf(kept);
        }
    }

    @Transactional(TxType.MANDATORY)
    Recorded record(Upload upload, String actor, Bearing bearing) {
        Instant now = clock.instant();
        LedgerCorrection ledger = ledger(upload.supplier(), upload.release(), now);
        UUID id = store.keep(upload, actor, now);
        bearing.on(ledger, id);
        if (!ledger.changes().isEmpty()) {
            correct(ledger, actor);
        }
        String sha256 = EvidenceStore.sha256(upload.content());
        audit.record(
                actor,
                "recorded",
                new AuditTrail.Subject("firmware-evidence", id.toString()),
                Map.of(
                        "supplier", upload.supplier(),
                        "release", upload.release(),
                        "kind", upload.kind(),
                        "sha256", sha256,
                        "ledger", ledger.changes(),
                        "kept", ledger.kept()));
        return new Recorded(id, upload.kind(), sha256, actor, now, upload.found(), ledger.changes(), ledger.kept());
    }

    /** Lets one at a time look at the evidence of a supplier and add to it. */
    void lock(String supplier) {
        store.getEntityManager()
                .createNativeQuery("select id from supplier where id = :id for update")
                .setParameter("id", supplier)
                .getResultList();
    }

    private LedgerCorrection ledger(String supplier, String release, Instant now) {
        lock(supplier);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        ObjectNode document =
                documents.on(today, Optional.empty(), List.of(supplier)).get(supplier);
        if (document == null) {
            throw ProblemType.NOT_FOUND.because("There is no supplier (" + Problems.shown(supplier) + ").");
        }
        JsonNode listed = StreamSupport.stream(document.path("firmwareReleases").spliterator(), false)
                .filter(one -> one.path("id").asText().equals(release))
                .findFirst()
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no firmware release ("
                        + Problems.shown(release)
                        + ") of the supplier.\nMaybe list it first: POST …/facts with firmwareReleases."));
        return new LedgerCorrection(document, listed, today);
    }

    private void correct(LedgerCorrection ledger, String actor) {
        ImportSuppliers.Result result = importSuppliers.run(List.of(ledger.document()), Others.KEEP, actor);
        ImportSuppliers.Row row = result.rows().get(0);
        if (row.status() == ImportSuppliers.Status.REFUSED) {
            throw ProblemType.INVALID.because(row.violations());
        }
    }
}
