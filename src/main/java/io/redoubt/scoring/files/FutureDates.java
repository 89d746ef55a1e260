package io.redoubt.scoring.files;

import io.redoubt.scoring.SupplierFacts;
import io.redoubt.shared.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Finds facts that are said to have happened after today. Such a date is a slip of the pen, and one that would lie
 * unseen until its day comes.
 */
public record FutureDates(LocalDate today) {
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
        find("disputes", "openedOn", facts.disputes(), SupplierFacts.Dispute::openedOn, found);
        if (!found.isEmpty()) {
            throw new FactsException(found);
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
