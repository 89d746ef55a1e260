package io.redoubt.firmware;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What the current evidence of a release says of it. A field that no evidence bears on is left alone: a release that is only
 * listed stays as it was listed, and mostly unknown.
 *
 * <ul>
 *   <li><b>sbomCompleteness</b>: as counted from the bill of materials.
 *   <li><b>attested</b>: with a bill of materials, hashes of the binaries and a signed log (F-06): whether the log vouches for
 *       every binary. With one of the three missing nothing is known.
 *   <li><b>teeEvidence</b>: what the log says of a trusted execution environment; a log that vouches for other binaries, or
 *       says nothing, leaves it alone.
 *   <li><b>signedOff</b>: for the binaries as they are now, true with the approval of all three roles, false with one refusal;
 *       new binaries make sign-offs of the old ones void, and then it is unknown again.
 * </ul>
 */
final class ReleaseBearing {
    private static final int MICROS = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Evidence> current;

    ReleaseBearing(List<Evidence> current) {
        this.current = List.copyOf(current);
    }

    static DecimalNode percent(long micros) {
        return DecimalNode.valueOf(BigDecimal.valueOf(micros, MICROS).stripTrailingZeros());
    }

    void completeness(LedgerCorrection ledger) {
        found(EvidenceKind.SBOM).ifPresent(sbom -> ledger.release("sbomCompleteness", sbom.path("completeness")));
        attested(ledger);
    }

    void deviation(LedgerCorrection ledger) {
        found(EvidenceKind.BUILD_INTEGRITY)
                .ifPresent(compared -> ledger.release("referenceDeviation", compared.path("deviation")));
    }

    void attested(LedgerCorrection ledger) {
        Optional<JsonNode> log = found(EvidenceKind.ATTESTATION);
        Optional<Set<String>> binaries = binaries();
        if (log.isEmpty() || binaries.isEmpty()) {
            return;
        }
        boolean covered = texts(log.get().path("subjects")).containsAll(binaries.get());
        if (found(EvidenceKind.SBOM).isPresent()) {
            ledger.release("attested", BooleanNode.valueOf(covered));
        }
        if (covered && log.get().hasNonNull("environment")) {
            boolean trusted = !log.get().path("environment").asText().equalsIgnoreCase("NOT_USED");
            ledger.release("teeEvidence", BooleanNode.valueOf(trusted));
        }
    }

    void signedOff(LedgerCorrection ledger) {
        List<JsonNode> all = current.stream()
                .filter(one -> one.kind == EvidenceKind.SIGN_OFF)
                .map(ReleaseBearing::parsed)
                .toList();
        if (all.isEmpty()) {
            return;
        }
        String binaries = sha256(EvidenceKind.BINARIES).orElse("");
        Map<Boolean, Long> votes = all.stream()
                .filter(one -> one.path("binaries").asText().equals(binaries))
                .collect(Collectors.groupingBy(one -> one.path("approved").asBoolean(), Collectors.counting()));
        if (votes.containsKey(false)) {
            ledger.release("signedOff", BooleanNode.FALSE);
        } else if (votes.getOrDefault(true, 0L) == SignOffRole.values().length) {
            ledger.release("signedOff", BooleanNode.TRUE);
        } else if (votes.isEmpty()) {
            ledger.release("signedOff", null);
        }
    }

    /** What was passed joins what the ledger lists; what was failed leaves it. */
    static void validated(LedgerCorrection ledger, String field, Set<String> passed, Set<String> failed) {
        Set<String> all = new TreeSet<>(texts(ledger.released(field)));
        all.addAll(passed);
        all.removeAll(failed);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        all.forEach(list::add);
        if (!all.equals(texts(ledger.released(field)))) {
            ledger.release(field, list);
        }
    }

    /** Hashes of the binaries; empty where none are kept. */
    Optional<Set<String>> binaries() {
        return found(EvidenceKind.BINARIES).map(found -> texts(found.path("sha256")));
    }

    /** SHA-256 of the current upload of a kind. */
    Optional<String> sha256(EvidenceKind kind) {
        return current.stream()
                .filter(one -> one.kind == kind)
                .map(one -> one.sha256)
                .findFirst();
    }

    Optional<JsonNode> found(EvidenceKind kind) {
        return current.stream()
                .filter(one -> one.kind == kind)
                .map(ReleaseBearing::parsed)
                .findFirst();
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(HashSet::new));
    }

    static JsonNode parsed(Evidence evidence) {
        try {
            return JSON.readTree(evidence.found);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored of evidence must be readable.", e);
        }
    }
}
