package io.redoubt.scoring.files;

import io.redoubt.scoring.SupplierFacts;
import io.redoubt.shared.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Finds facts that are said to have happened after today, and statements that would hold for longer than anybody can
 * know. Such a date is a slip of the pen, and one that would lie unseen for long.
 */
public record FutureDates(LocalDate today) {
    private static final int LONGEST_DAYS = 400;

    /** Refuses a document with such a fact. */
    public void check(SupplierFacts facts) throws FactsException {
        List<Violation> found = new ArrayList<>();
        find("answers", "answeredOn", facts.answers(), SupplierFacts.Answer::answeredOn, found);
        find("findings", "openedOn", facts.findings(), SupplierFacts.Finding::openedOn, found);
        find(
                "firmwareReleases",
                "releasedOn",
                facts.firmwareReleases(),
                SupplierFacts.FirmwareRelease::releasedOn,
                found);
        find("incidents", "occurredOn", facts.incidents(), SupplierFacts.Incident::occurredOn, found);
        find("canaries", "placedOn", facts.canaries(), SupplierFacts.Canary::placedOn, found);
        find("audits", "heldOn", facts.audits(), SupplierFacts.Audit::heldOn, found);
        find("disputes", "openedOn", facts.disputes(), SupplierFacts.Dispute::openedOn, found);
        for (int i = 0; i < facts.registers().size(); i++) {
            bound("/registers/" + i + "/completeUntil", facts.registers().get(i).completeUntil(), found);
        }
        facts.ownership().screenedUntil().ifPresent(until -> bound("/ownership/screenedUntil", until, found));
        if (!found.isEmpty()) {
            throw new FactsException(found);
        }
    }

    /** A statement that a list is complete, or a screening clean, must be renewed: it is not made for ever. */
    private void bound(String pointer, LocalDate until, List<Violation> found) {
        if (until.isAfter(today.plusDays(LONGEST_DAYS))) {
            found.add(new Violation(
                    pointer,
                    "The day (" + until + ") must not lie more than " + LONGEST_DAYS + " days after today (" + today
                            + ")."));
        }
    }

    private <T> void find(String list, String key, List<T> facts, Function<T, LocalDate> date, List<Violation> found) {
        for (int i = 0; i < facts.size(); i++) {
            LocalDate day = date.apply(facts.get(i));
            if (day.isAfter(today)) {
                found.add(new Violation(
                        "/" + list + "/" + i + "/" + key,
                        "The " + key + " (" + day + ") must not lie after today (" + today + ")."));
            }
        }
    }
}
