package io.redoubt.dispute;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.audit.AuditTrail;
import io.redoubt.dispute.Dispute.Decision;
import io.redoubt.dispute.Disputes.Statement;
import io.redoubt.problem.ProblemType;
import io.redoubt.supplier.ImportSuppliers;
import io.redoubt.supplier.Others;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes a dispute from the day it is opened to its decision. While it is open the rating is marked as disputed wherever it
 * shows, since it is a fact of the supplier; who decides has no part in it and says why; a rating that was wrong is
 * retracted, which leaves it as it was made and marks it.
 */
@ApplicationScoped
class SettleDispute {
    private final Disputes disputes;
    private final ImportSuppliers importSuppliers;
    private final AuditTrail audit;
    private final Clock clock;

    SettleDispute(Disputes disputes, ImportSuppliers importSuppliers, AuditTrail audit, Clock clock) {
        this.disputes = disputes;
        this.importSuppliers = importSuppliers;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param subject what is said to be wrong, in the supplier's words */
    @Transactional(TxType.MANDATORY)
    Dispute open(String supplier, UUID assessment, String subject, String actor) {
        if (disputes.raterOf(assessment, supplier).isEmpty()) {
            throw ProblemType.NOT_FOUND.because("There is no such assessment of the supplier.");
        }
        if (disputes.count("assessmentId = ?1 and decision is null", assessment) > 0) {
            throw ProblemType.CONFLICT.because(
                    "The assessment (" + assessment + ") must have no open dispute.\nMaybe add a statement to that.");
        }
        Dispute dispute = new Dispute();
        dispute.id = UUID.randomUUID();
        dispute.supplierId = supplier;
        dispute.assessmentId = assessment;
        dispute.subject = subject;
        dispute.openedBy = actor;
        dispute.openedAt = clock.instant();
        record(dispute, null);
        disputes.persistAndFlush(dispute);
        note(actor, "opened", dispute, Map.of("assessment", assessment));
        return dispute;
    }

    @Transactional(TxType.MANDATORY)
    Dispute acknowledge(UUID id, String actor) {
        Dispute dispute = openOne(id);
        if (dispute.acknowledgedBy != null) {
            throw ProblemType.CONFLICT.because(
                    "The dispute must not be acknowledged yet; " + dispute.acknowledgedBy + " has.");
        }
        dispute.acknowledgedBy = actor;
        dispute.acknowledgedAt = clock.instant();
        note(actor, "acknowledged", dispute, Map.of());
        return dispute;
    }

    /** Hears a side. */
    @Transactional(TxType.MANDATORY)
    Dispute hear(UUID id, Statement.Side side, String text, String actor) {
        Dispute dispute = openOne(id);
        disputes.add(id, new Statement(side, text, actor, clock.instant()));
        note(actor, "stated", dispute, Map.of("side", side));
        return dispute;
    }

    @Transactional(TxType.MANDATORY)
    Dispute decide(UUID id, Decision decision, String reason, String actor) {
        Dispute dispute = openOne(id);
        if (decision != Decision.WITHDRAWN) {
            requireHeard(dispute);
            requireIndependent(dispute, actor);
        }
        Instant now = clock.instant();
        dispute.decision = decision;
        dispute.reason = reason;
        dispute.decidedBy = actor;
        dispute.decidedAt = now;
        disputes.flush();
        record(dispute, LocalDate.ofInstant(now, ZoneOffset.UTC));
        if (decision == Decision.UPHELD) {
            disputes.retract(dispute, reason, actor, now);
        }
        note(actor, "decided", dispute, Map.of("decision", decision, "reason", reason));
        return dispute;
    }

    private static void requireHeard(Dispute dispute) {
        if (dispute.acknowledgedBy == null) {
            throw ProblemType.CONFLICT.because(
                    "The dispute must be acknowledged before it is decided, so that the supplier knows that it is heard.");
        }
    }

    private void requireIndependent(Dispute dispute, String actor) {
        boolean spoke = disputes.statements(dispute.id).stream()
                .anyMatch(statement -> statement.statedBy().equals(actor));
        boolean rated = disputes.raterOf(dispute.assessmentId, dispute.supplierId)
                .filter(actor::equals)
                .isPresent();
        if (spoke || rated || dispute.openedBy.equals(actor)) {
            throw ProblemType.FORBIDDEN.because(
                    "A dispute must be decided by somebody who neither rated, nor opened it, nor spoke in it.");
        }
    }

    private Dispute openOne(UUID id) {
        Dispute dispute = disputes.locked(id);
        if (dispute.decision != null) {
            throw ProblemType.CONFLICT.because(
                    "The dispute must be open; it was decided by " + dispute.decidedBy + ": " + dispute.decision + ".");
        }
        return dispute;
    }

    /** @param closedOn null while it is open */
    private void record(Dispute dispute, @Nullable LocalDate closedOn) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("id", dispute.supplierId);
        ObjectNode fact = document.putArray("disputes")
                .addObject()
                .put("id", dispute.id.toString())
                .put("openedOn", dispute.openedOn().toString())
                .put("subject", dispute.subject);
        if (closedOn != null) {
            fact.put("closedOn", closedOn.toString());
        }
        ImportSuppliers.Row row = importSuppliers
                .run(List.of(document), Others.KEEP, dispute.decidedBy == null ? dispute.openedBy : dispute.decidedBy)
                .rows()
                .get(0);
        if (row.status() == ImportSuppliers.Status.REFUSED) {
            throw ProblemType.INVALID.because(row.violations());
        }
    }

    private void note(String actor, String action, Dispute dispute, Map<String, ?> detail) {
        disputes.flush();
        audit.record(actor, action, new AuditTrail.Subject("dispute", dispute.id.toString()), detail);
    }
}
