package io.redoubt.firmware;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.identity.Actor;
import io.redoubt.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;

/**
 * Signs a release off, or refuses to (F-13). It is the binaries that are signed off, as their hashes are kept at that moment;
 * who signs is who asks, and when is told by the clock. Nobody signs in two roles.
 */
@ApplicationScoped
class SignRelease {
    private final RecordEvidence recordEvidence;
    private final EvidenceStore store;
    private final Actor actor;

    SignRelease(RecordEvidence recordEvidence, EvidenceStore store, Actor actor) {
        this.recordEvidence = recordEvidence;
        this.store = store;
        this.actor = actor;
    }

    @Transactional(TxType.MANDATORY)
    RecordEvidence.Recorded sign(String supplier, String release, SignOffRole role, boolean approved, String reason) {
        recordEvidence.lock(supplier);
        String binaries = new ReleaseBearing(store.current(supplier, release))
                .sha256(EvidenceKind.BINARIES)
                .orElseThrow(() -> ProblemType.CONFLICT.because(
                        "The hashes of the binaries must be kept before anybody signs them off."));
        boolean twice = store.current(supplier, release, EvidenceKind.SIGN_OFF)
                .anyMatch(one -> one.recordedBy.equals(actor.name()) && !one.part.equals(role.name()));
        if (twice) {
            throw ProblemType.CONFLICT.because(
                    "The three roles must be three persons; you have signed in another role.");
        }
        ObjectNode found = JsonNodeFactory.instance
                .objectNode()
                .put("as", role.name())
                .put("approved", approved)
                .put("reason", reason)
                .put("binaries", binaries);
        byte[] content = found.toString().getBytes(StandardCharsets.UTF_8);
        return recordEvidence.record(
                new Upload(supplier, release, EvidenceKind.SIGN_OFF, role.name(), content, found),
                actor.name(),
                (ledger, evidence) -> new ReleaseBearing(store.current(supplier, release)).signedOff(ledger));
    }
}
