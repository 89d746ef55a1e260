package io.redoubt.monitoring;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The kept reminders. */
@ApplicationScoped
class Reminders implements PanacheRepository<Reminder> {
    /** Where a page ended: the next ones end later, or on the same day and were raised later. */
    record Place(LocalDate endsOn, long id) {}

    List<Reminder> open(String supplier) {
        return list("supplierId = ?1 and closedAt is null", supplier);
    }

    /** Whether it was told before, closed or not. */
    boolean wasRaised(Reminder reminder) {
        return count(
                        "supplierId = ?1 and kind = ?2 and key = ?3 and endsOn = ?4 and daysAhead <= ?5",
                        reminder.supplierId,
                        reminder.kind,
                        reminder.key,
                        reminder.endsOn,
                        reminder.daysAhead)
                > 0;
    }

    /** Open ones of one supplier or of all, the earliest end first. */
    List<Reminder> page(Optional<String> supplier, Place after, int limit) {
        return find(
                        "closedAt is null and (?1 = '' or supplierId = ?1) and (endsOn > ?2 or endsOn = ?2 and id > ?3) order by"
                                + " endsOn, id",
                        supplier.orElse(""),
                        after.endsOn(),
                        after.id())
                .page(0, limit)
                .list();
    }

    long countOpen(Optional<String> supplier) {
        return count("closedAt is null and (?1 = '' or supplierId = ?1)", supplier.orElse(""));
    }
}
