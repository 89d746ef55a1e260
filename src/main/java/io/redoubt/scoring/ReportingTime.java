package io.redoubt.scoring;

import io.redoubt.facts.Incident;
import io.redoubt.facts.Site;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How long the reports on an incident took, counted from when the supplier knew. A report that was not made counts
 * until the end of the day asked for at the site.
 *
 * @param aware when the supplier knew; empty where that is not recorded
 * @param now the end of the day
 */
record ReportingTime(Optional<Instant> aware, Instant now) {
    private static final long SECONDS = Duration.ofHours(1).toSeconds();

    static ReportingTime of(SupplierFacts facts, Incident incident, LocalDate asOf) {
        Optional<Site> site = incident.site()
                .flatMap(id ->
                        facts.sites().stream().filter(s -> s.id().equals(id)).findFirst());
        Instant end = asOf.plusDays(1).atStartOfDay(FindingDeadline.zone(site)).toInstant();
        return new ReportingTime(incident.awareAt().filter(at -> at.isBefore(end)), end);
    }

    /** Hours up to the report, in millionths; nothing where nobody recorded when the supplier knew. */
    Optional<Reading> until(Optional<Instant> reported) {
        Instant end = reported.filter(at -> at.isBefore(now)).orElse(now);
        return aware.map(start -> Reading.known(Duration.between(start, end).toSeconds() * Micros.ONE / SECONDS));
    }
}
