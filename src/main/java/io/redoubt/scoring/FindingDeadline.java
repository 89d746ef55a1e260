package io.redoubt.scoring;

import io.redoubt.facts.Clause;
import io.redoubt.facts.Finding;
import io.redoubt.facts.Site;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactField;
import io.redoubt.rulepack.FactType;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Reading;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * The last day for correcting a finding: the agreed day, else the end of the remediation window of the audit clause
 * ({@code C-02}) or of the pack; an extension moves it.
 */
record FindingDeadline(FactCatalogue catalogue, SupplierFacts facts, PackInputs inputs) {
    private static final String AUDIT_WINDOW = "C-02";

    LocalDate of(Finding finding) {
        LocalDate last = finding.dueOn().orElseGet(() -> byWindow(finding));
        return finding.extendedUntil().filter(last::isBefore).orElse(last);
    }

    private LocalDate byWindow(Finding finding) {
        Optional<Site> site = finding.site()
                .flatMap(id ->
                        facts.sites().stream().filter(s -> s.id().equals(id)).findFirst());
        RemediationWindow window = new RemediationWindow(
                days(), zone(site), site.map(this::rest).orElse(RemediationWindow.daysOfRest(WEEKEND)));
        return finding.receivedAt().map(window::lastDay).orElseGet(() -> window.lastDay(finding.openedOn()));
    }

    private static final String WEEKEND = "SATURDAY_SUNDAY";

    /** The clause may give longer than the pack asks for and never less: refusing it gains nobody time. */
    private int days() {
        int agreed = facts.clauses().stream()
                .filter(c -> c.clause().equals(AUDIT_WINDOW) && c.standing().equals("AGREED"))
                .map(Clause::days)
                .flatMap(Optional::stream)
                .map(micros -> (int) Math.min(Integer.MAX_VALUE / 2, micros / Micros.ONE))
                .findFirst()
                .orElse(0);
        return Math.max(agreed, inputs.remediationWindow());
    }

    static ZoneId zone(Optional<Site> site) {
        return site.flatMap(Site::timeZone).map(ZoneId::of).orElse(ZoneOffset.UTC);
    }

    /** From the country fact {@code weekend}; where there is none, Saturday and Sunday. */
    private Set<DayOfWeek> rest(Site site) {
        Optional<FactField> field = catalogue.find(FactType.SITE, "weekend");
        Optional<Reading> reading = Optional.ofNullable(
                        facts.readings(site.country()).get("weekend"))
                .filter(Reading::isKnown);
        return RemediationWindow.daysOfRest(
                field.isPresent() && reading.isPresent()
                        ? field.get().type().format(reading.get().low())
                        : WEEKEND);
    }
}
