package io.redoubt.scoring.files;

import io.redoubt.facts.Canary;
import io.redoubt.facts.Dispute;
import io.redoubt.facts.Finding;
import io.redoubt.facts.Incident;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.facts.Vulnerability;
import io.redoubt.shared.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds facts that are said to have happened after today, and statements that would hold for longer than anybody can
 * know. Such a date is a slip of the pen, and one that would lie unseen for long: a correction said to be verified next
 * month would come true by itself. A certificate may begin later: it is often issued before.
 *
 * @param today the day in UTC, as points in time are compared with it
 */
public record FutureDates(LocalDate today) {
    private static final int LONGEST_DAYS = 400;

    /** Refuses a document with such a fact. */
    public void check(SupplierFacts facts) throws FactsException {
        List<Violation> found = new ArrayList<>();
        find("answers", "answeredOn", facts.answers(), a -> Optional.of(a.answeredOn()), found);
        find("findings", "openedOn", facts.findings(), f -> Optional.of(f.openedOn()), found);
        find("findings", "claimedOn", facts.findings(), Finding::claimedOn, found);
        find("findings", "verifiedOn", facts.findings(), Finding::verifiedOn, found);
        find("findings", "receivedAt", facts.findings(), f -> day(f.receivedAt()), found);
        find("firmwareReleases", "releasedOn", facts.firmwareReleases(), r -> Optional.of(r.releasedOn()), found);
        find("incidents", "occurredOn", facts.incidents(), i -> Optional.of(i.occurredOn()), found);
        find("incidents", "resolvedOn", facts.incidents(), Incident::resolvedOn, found);
        find("incidents", "awareAt", facts.incidents(), i -> day(i.awareAt()), found);
        find("incidents", "warnedAt", facts.incidents(), i -> day(i.warnedAt()), found);
        find("incidents", "notifiedAt", facts.incidents(), i -> day(i.notifiedAt()), found);
        find("audits", "heldOn", facts.audits(), a -> Optional.of(a.heldOn()), found);
        find("vulnerabilities", "awareOn", facts.vulnerabilities(), Vulnerability::awareOn, found);
        find("vulnerabilities", "noticedOn", facts.vulnerabilities(), Vulnerability::noticedOn, found);
        find("vulnerabilities", "exploitedOn", facts.vulnerabilities(), Vulnerability::exploitedOn, found);
        find("vulnerabilities", "advisoryOn", facts.vulnerabilities(), Vulnerability::advisoryOn, found);
        find("vulnerabilities", "fixedOn", facts.vulnerabilities(), Vulnerability::fixedOn, found);
        find("canaries", "supplierHeardOn", facts.canaries(), Canary::supplierHeardOn, found);
        find("canaries", "placedOn", facts.canaries(), c -> Optional.of(c.placedOn()), found);
        find("disputes", "openedOn", facts.disputes(), d -> Optional.of(d.openedOn()), found);
        find("disputes", "closedOn", facts.disputes(), Dispute::closedOn, found);
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

    private static Optional<LocalDate> day(Optional<Instant> time) {
        return time.map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    private <T> void find(
            String list, String key, List<T> facts, Function<T, Optional<LocalDate>> date, List<Violation> found) {
        for (int i = 0; i < facts.size(); i++) {
            String pointer = "/" + list + "/" + i + "/" + key;
            date.apply(facts.get(i))
                    .filter(day -> day.isAfter(today))
                    .ifPresent(day -> found.add(new Violation(
                            pointer, "The " + key + " (" + day + ") must not lie after today (" + today + ").")));
        }
    }
}
