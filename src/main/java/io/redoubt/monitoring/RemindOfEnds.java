package io.redoubt.monitoring;

import io.redoubt.assessment.RateChanged;
import io.redoubt.assessment.SupplierRated;
import io.redoubt.audit.AuditTrail;
import io.redoubt.scoring.Deadline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells 30, 7 and 1 days ahead that something ends or is due: each once, the later one in place of the earlier. What is
 * first heard of nearer to its end is told once, and what is renewed, corrected or put off is closed by itself.
 */
@ApplicationScoped
class RemindOfEnds {
    private final Reminders reminders;
    private final AuditTrail audit;
    private final Clock clock;

    RemindOfEnds(Reminders reminders, AuditTrail audit, Clock clock) {
        this.reminders = reminders;
        this.audit = audit;
        this.clock = clock;
    }

    /** Looks at what a rating of today was made of. */
    void remind(@Observes SupplierRated rated) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!rated.order().asOf().equals(today)) {
            return;
        }
        String supplier = rated.facts().id();
        List<Reminder> open = reminders.open(supplier);
        open.stream()
                .filter(reminder -> rated.deadlines().stream().noneMatch(reminder::isOf))
                .forEach(reminder -> reminder.close(RateChanged.ACTOR, now));
        for (Deadline deadline : rated.deadlines()) {
            long left = ChronoUnit.DAYS.between(today, deadline.lastDay());
            Optional<Integer> ahead = Deadline.TOLD_DAYS_AHEAD.stream()
                    .filter(days -> left >= 0 && left <= days)
                    .findFirst();
            ahead.ifPresent(days -> raise(reminder(supplier, deadline, days), open));
        }
    }

    private static Reminder reminder(String supplier, Deadline deadline, int daysAhead) {
        Reminder reminder = new Reminder();
        reminder.supplierId = supplier;
        reminder.kind = deadline.kind();
        reminder.key = deadline.key();
        reminder.what = deadline.what();
        reminder.site = deadline.site().orElse(null);
        reminder.endsOn = deadline.lastDay();
        reminder.daysAhead = daysAhead;
        return reminder;
    }

    private void raise(Reminder next, List<Reminder> open) {
        if (reminders.wasRaised(next)) {
            return;
        }
        next.raisedAt = clock.instant();
        open.stream()
                .filter(earlier -> earlier.closedAt == null
                        && earlier.kind == next.kind
                        && earlier.key.equals(next.key)
                        && earlier.endsOn.equals(next.endsOn))
                .forEach(earlier -> earlier.close(RateChanged.ACTOR, next.raisedAt));
        reminders.persist(next);
        audit.record(
                RateChanged.ACTOR,
                "reminded",
                new AuditTrail.Subject("supplier", next.supplierId),
                Map.of("kind", next.kind, "key", next.key, "endsOn", next.endsOn, "daysAhead", next.daysAhead));
    }
}
