package io.redoubt.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A firmware release. Every measure may be unknown.
 *
 * @param sbomCompleteness percent, in millionths
 * @param teeEvidence whether time-stamped evidence from a trusted execution environment exists
 * @param referenceDeviation percent of bytes, in millionths
 * @param productClass what it runs on
 * @param safetyImpact what a compromise can do to people
 * @param stages validation stages that were passed; empty where nobody recorded them
 * @param phases phases in which it was validated; empty where nobody recorded them
 */
public record FirmwareRelease(
        String id,
        String product,
        LocalDate releasedOn,
        Optional<Long> sbomCompleteness,
        Optional<Boolean> attested,
        Optional<Boolean> signedOff,
        Optional<Boolean> teeEvidence,
        Optional<Long> referenceDeviation,
        Optional<String> productClass,
        Optional<String> safetyImpact,
        List<String> stages,
        List<String> phases,
        Optional<String> site) {
    public FirmwareRelease {
        stages = List.copyOf(stages);
        phases = List.copyOf(phases);
    }
}
