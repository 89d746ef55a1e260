package io.redoubt.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.files.Problems;
import io.redoubt.problem.ProblemType;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a fix changes in the ledger: the time for it stops when a signed fixed release is delivered. A day that is recorded
 * may move to a later one, and is not moved back.
 */
record PatchBearing(String vulnerability, LocalDate fixedOn) {
    void on(LedgerCorrection ledger) {
        JsonNode known = ledger.weakness(vulnerability)
                .orElseThrow(() -> ProblemType.INVALID.because("The vulnerability (" + Problems.shown(vulnerability)
                        + ") must be known of the product (" + ledger.product() + ")."));
        if (!ledger.released("attested").asBoolean()) {
            throw ProblemType.CONFLICT.because(
                    "The release must be attested before it counts as a signed fix.\nMaybe keep"
                            + " its bill of materials, binaries and attestation first.");
        }
        if (fixedOn.isBefore(ledger.releasedOn()) || fixedOn.isAfter(ledger.today)) {
            throw ProblemType.INVALID.because("The day (" + fixedOn + ") must lie between that of the release ("
                    + ledger.releasedOn() + ") and today.");
        }
        String before = known.path("fixedOn").asText();
        if (!before.isEmpty() && fixedOn.isBefore(LocalDate.parse(before))) {
            throw ProblemType.CONFLICT.because(
                    "The vulnerability was fixed on " + before + ", which must not be moved back to " + fixedOn + ".");
        }
        ObjectNode fact = known.deepCopy();
        fact.put("fixedOn", fixedOn.toString());
        ledger.put("vulnerabilities", vulnerability + " " + ledger.product(), Optional.of(known), fact);
    }
}
