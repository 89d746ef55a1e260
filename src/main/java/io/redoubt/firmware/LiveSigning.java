package io.redoubt.firmware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.problem.ProblemType;
import io.redoubt.rulepack.StandardFields;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A test of signing firmware live in the supplier's own laboratory (F-12). What rates is the answer to
 * {@value #QUESTION}: hours from our request to the signature, rounded up, so that a second over the limit is over it.
 */
@ApplicationScoped
class LiveSigning {
    private static final String QUESTION = "Q-LIVE-SIGNING";
    private static final String LIMIT = "live_signing_hours";
    private static final BigDecimal SECONDS = BigDecimal.valueOf(3_600);
    private static final int MICROS = 6;

    private final ActiveMethodology methodology;
    private final Clock clock;

    LiveSigning(ActiveMethodology methodology, Clock clock) {
        this.methodology = methodology;
        this.clock = clock;
    }

    /** A test as it is told: with one of us in the laboratory, or by documents alone. */
    record Test(@Nullable Instant requestedAt, @Nullable Instant signedAt, boolean witnessed) {}

    /**
     * A test that was understood.
     *
     * @param limit hours of the pack in force on that day; null where it has none
     */
    record Hours(
            Instant requestedAt,
            Instant signedAt,
            boolean witnessed,
            BigDecimal hours,
            @Nullable BigDecimal limit,
            @Nullable Boolean withinLimit) {}

    Hours read(@Nullable Test sent) {
        if (sent == null || sent.requestedAt() == null || sent.signedAt() == null) {
            throw ProblemType.INVALID.because(
                    "The test must say when it was requested (requestedAt) and signed (signedAt).");
        }
        if (sent.signedAt().isBefore(sent.requestedAt()) || sent.signedAt().isAfter(clock.instant())) {
            throw ProblemType.INVALID.because("The signature must lie after the request and not after now.");
        }
        BigDecimal hours = BigDecimal.valueOf(
                        Duration.between(sent.requestedAt(), sent.signedAt()).toMillis())
                .movePointLeft(3)
                .divide(SECONDS, 2, RoundingMode.UP);
        Optional<BigDecimal> limit = limit(day(sent.signedAt()));
        return new Hours(
                sent.requestedAt(),
                sent.signedAt(),
                sent.witnessed(),
                hours,
                limit.orElse(null),
                limit.map(most -> hours.compareTo(most) <= 0).orElse(null));
    }

    private Optional<BigDecimal> limit(LocalDate day) {
        return methodology.get().pack().parameters().stream()
                .filter(parameter -> parameter.id().equals(LIMIT))
                .flatMap(parameter -> parameter.on(day).stream())
                .map(value -> BigDecimal.valueOf(value, MICROS).stripTrailingZeros())
                .findFirst();
    }

    /** Records the answer of the day; one of that day that is better supported stays. */
    void on(LedgerCorrection ledger, Hours test) {
        String day = day(test.signedAt()).toString();
        String verification = test.witnessed() ? "WITNESSED" : "DOCUMENTED";
        Optional<JsonNode> known = ledger.listed("answers", "question", QUESTION);
        List<String> levels = StandardFields.VERIFICATION.codes();
        boolean stronger = known.filter(one -> one.path("answeredOn").asText().equals(day))
                .filter(one -> levels.indexOf(one.path("verification").asText()) > levels.indexOf(verification))
                .isPresent();
        if (stronger) {
            ledger.keep("answers/" + QUESTION, "An answer of that day is better supported.");
            return;
        }
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("question", QUESTION)
                .put("state", "ANSWERED")
                .put("value", test.hours().toPlainString())
                .put("verification", verification)
                .put("answeredOn", day);
        ledger.put("answers", QUESTION, known, answer);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
