package io.redoubt.monitoring;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redoubt.assessment.RateChanged;
import io.redoubt.assessment.SupplierRated;
import io.redoubt.audit.AuditTrail;
import io.redoubt.facts.Site;
import io.redoubt.policy.MethodologyRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns signals into alerts, in the transaction of what they tell: as long as an alert is open, the same is counted and
 * not told again.
 */
@ApplicationScoped
class RaiseAlerts {
    private final AlertRules rules;
    private final EntityManager entities;
    private final AuditTrail audit;
    private final Clock clock;

    RaiseAlerts(AlertRules rules, EntityManager entities, AuditTrail audit, Clock clock) {
        this.rules = rules;
        this.entities = entities;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a rating changed. */
    void onRating(@Observes SupplierRated rated) {
        rated.moved().ifPresent(moved -> {
            String id = rated.facts().id();
            Set<String> countries =
                    rated.facts().sites().stream().map(Site::country).collect(Collectors.toSet());
            if (!moved.badgeBefore().equals(moved.badgeAfter())) {
                raise(new Signal(
                        moved.worse() ? Signal.Kind.BADGE_WORSE : Signal.Kind.BADGE_BETTER,
                        Optional.of(id),
                        moved.badgeAfter(),
                        countries,
                        Optional.of(moved.badgeAfter()),
                        "The supplier is " + moved.badgeAfter() + " and was " + moved.badgeBefore() + "."));
            }
            if (!moved.lost().isEmpty()) {
                raise(new Signal(
                        Signal.Kind.CLEARANCE_LOST,
                        Optional.of(id),
                        String.join(" ", moved.lost()),
                        countries,
                        Optional.of(moved.badgeAfter()),
                        "The supplier is no longer cleared for " + String.join(", ", moved.lost()) + "."));
            }
        });
    }

    /** What should be in force and is not. */
    void onRefusal(@Observes MethodologyRefused refused) {
        QuarkusTransaction.requiringNew()
                .run(() -> raise(new Signal(
                        Signal.Kind.METHODOLOGY_REFUSED,
                        Optional.empty(),
                        refused.hashes(),
                        Set.of(),
                        Optional.empty(),
                        "What should be in force can't be built, and what was before stays: " + refused.reason())));
    }

    /** Raises or counts an alert of every rule that lets the signal pass. */
    @Transactional(TxType.MANDATORY)
    void raise(Signal signal) {
        List<AlertRule> asking = rules.active().stream()
                .filter(rule -> rule.filter().matches(signal))
                .toList();
        for (AlertRule rule : asking) {
            boolean isNew = (Boolean) entities.createNativeQuery(
                            "insert into alert (rule_id, supplier_id, kind, subject, told, first_at, last_at, times)"
                                    + " values (:rule, :supplier, :kind, :subject, :told, :now, :now, 1)"
                                    + " on conflict (rule_id, coalesce(supplier_id, ''), kind, subject)"
                                    + " where acknowledged_at is null do update set told = excluded.told,"
                                    + " last_at = excluded.last_at, times = alert.times + 1 returning times = 1")
                    .setParameter("rule", rule.id)
                    .setParameter("supplier", signal.supplier().orElse(null))
                    .setParameter("kind", signal.kind().name())
                    .setParameter("subject", signal.subject())
                    .setParameter("told", signal.told())
                    .setParameter("now", Timestamp.from(clock.instant()))
                    .getSingleResult();
            if (isNew) {
                audit.record(
                        RateChanged.ACTOR,
                        "alerted",
                        subject(signal),
                        Map.of("kind", signal.kind(), "subject", signal.subject(), "rule", rule.name));
            }
        }
    }

    private static AuditTrail.Subject subject(Signal signal) {
        return signal.supplier()
                .map(supplier -> new AuditTrail.Subject("supplier", supplier))
                .or(() -> signal.countries().stream()
                        .findFirst()
                        .map(country -> new AuditTrail.Subject("country", country)))
                .orElseGet(() -> new AuditTrail.Subject("methodology", signal.subject()));
    }
}
