package io.redoubt.dispute;

import io.redoubt.dispute.Dispute.Decision;
import io.redoubt.dispute.Disputes.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as it is told.
 *
 * @param acknowledgeBy last day to say that it was received
 * @param decideBy last day to decide it
 * @param overdue whether one of them has passed without that
 */
record ToldDispute(
        UUID id,
        String supplier,
        UUID assessment,
        String subject,
        String openedBy,
        Instant openedAt,
        LocalDate acknowledgeBy,
        LocalDate decideBy,
        boolean overdue,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable Decision decision,
        @Nullable String reason,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        List<Statement> statements) {
    /** Tells disputes as they stand today. */
    @ApplicationScoped
    static class Teller {
        private final Disputes disputes;
        private final Clock clock;

        Teller(Disputes disputes, Clock clock) {
            this.disputes = disputes;
            this.clock = clock;
        }

        ToldDispute of(Dispute dispute) {
            return new ToldDispute(
                    dispute.id,
                    dispute.supplierId,
                    dispute.assessmentId,
                    dispute.subject,
                    dispute.openedBy,
                    dispute.openedAt,
                    dispute.openedOn().plusDays(Dispute.ACKNOWLEDGED_WITHIN),
                    dispute.openedOn().plusDays(Dispute.DECIDED_WITHIN),
                    dispute.isOverdue(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                    dispute.acknowledgedBy,
                    dispute.acknowledgedAt,
                    dispute.decision,
                    dispute.reason,
                    dispute.decidedBy,
                    dispute.decidedAt,
                    disputes.statements(dispute.id));
        }
    }
}
