package io.redoubt.scoring;

import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.scoring.SupplierFacts.Certification;
import io.redoubt.scoring.SupplierFacts.Finding;
import io.redoubt.scoring.SupplierFacts.FirmwareRelease;
import io.redoubt.scoring.SupplierFacts.Incident;
import io.redoubt.scoring.SupplierFacts.Site;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Reading;
import io.redoubt.shared.ValueType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Turns dated facts into what rules see on one day. Everything that dates decide is decided here: what has lapsed,
 * what is overdue, what has not begun. Rules then only compare.
 */
public final class FactDerivation {
    private final FactCatalogue catalogue;
    private final AnswerReadings answers;

    /** @param questions ids of the questions a supplier can leave unanswered; others are not looked at */
    public FactDerivation(FactCatalogue catalogue, Collection<String> questions) {
        this.catalogue = catalogue;
        this.answers = new AnswerReadings(catalogue, questions);
    }

    /** The rows of a supplier on a day. */
    public FactSet derive(SupplierFacts facts, LocalDate asOf) {
        FactSet set = new FactSet(catalogue, new SupplierReadings(catalogue, facts, asOf).row());
        Map<String, FactRow> sites = addSites(set, facts);
        answers.addTo(set, facts, asOf);
        facts.findings().stream()
                .filter(f -> counts(f, asOf))
                .forEach(f -> addAt(set, sites, f.site(), finding(f, asOf)));
        facts.certifications().forEach(c -> addAt(set, sites, c.site(), certification(c, asOf)));
        facts.clauses()
                .forEach(c -> set.add(row(FactType.CLAUSE, c.clause())
                        .set("clause", c.clause())
                        .set("standing", c.standing())));
        latest(facts, asOf).forEach(r -> addAt(set, sites, r.site(), release(r)));
        facts.incidents().stream()
                .filter(i -> !i.occurredOn().isAfter(asOf))
                .forEach(i -> addAt(set, sites, i.site(), incident(i, asOf)));
        return set;
    }

    /** A supplier of which nothing at all is known: the measure of full ignorance that coverage divides by. */
    public FactSet nothingKnown() {
        FactSet set = new FactSet(catalogue, row(FactType.SUPPLIER, ""));
        set.add(row(FactType.SITE, "unknown"));
        answers.addUnanswered(set);
        return set;
    }

    private FactSet.Builder row(FactType type, String key) {
        return new FactSet.Builder(catalogue, type, key);
    }

    private Map<String, FactRow> addSites(FactSet set, SupplierFacts facts) {
        Map<String, FactRow> rows = new HashMap<>();
        for (Site site : facts.sites()) {
            FactSet.Builder row = row(FactType.SITE, site.id()).set("country", site.country());
            facts.readings(site.country()).forEach(row::set);
            rows.put(site.id(), set.add(row));
        }
        if (facts.sites().isEmpty()) {
            set.add(row(FactType.SITE, "unknown"));
        }
        return rows;
    }

    private static void addAt(FactSet set, Map<String, FactRow> sites, Optional<String> site, FactSet.Builder row) {
        Optional<FactRow> at = site.map(sites::get);
        if (at.isPresent()) {
            set.add(row, at.get());
        } else {
            set.add(row);
        }
    }

    /** A finding counts from the day it is opened until the day its correction is verified. */
    static boolean counts(Finding finding, LocalDate asOf) {
        return !finding.openedOn().isAfter(asOf)
                && finding.verifiedOn().filter(v -> !v.isAfter(asOf)).isEmpty();
    }

    private FactSet.Builder finding(Finding finding, LocalDate asOf) {
        boolean claimed = finding.claimedOn().filter(c -> !c.isAfter(asOf)).isPresent();
        return row(FactType.FINDING, finding.id())
                .set("severity", finding.severity())
                .set("status", claimed ? "CORRECTION_CLAIMED" : "OPEN")
                .set("days_overdue", days(finding.dueOn(), asOf));
    }

    private FactSet.Builder certification(Certification certification, LocalDate asOf) {
        return row(FactType.CERTIFICATION, certification.id())
                .set("scheme", certification.scheme())
                .set("state", certificateState(certification, asOf))
                .set("scope_match", certification.scopeMatch());
    }

    /** A certificate's state on a day. It counts through its last day and not one day longer. */
    static String certificateState(Certification certification, LocalDate asOf) {
        if (certification.withdrawnOn().filter(w -> !w.isAfter(asOf)).isPresent()) {
            return "WITHDRAWN";
        }
        if (certification.validUntil().isBefore(asOf)) {
            return "EXPIRED";
        }
        if (certification.validFrom().isAfter(asOf)) {
            return "NOT_YET_VALID";
        }
        boolean suspended =
                certification.suspendedFrom().filter(s -> !s.isAfter(asOf)).isPresent();
        return suspended ? "SUSPENDED" : "VALID";
    }

    /** Only the latest releases of each product are judged, all of them where several came out on its last day. */
    private static Collection<FirmwareRelease> latest(SupplierFacts facts, LocalDate asOf) {
        Map<String, LocalDate> last = new HashMap<>();
        for (FirmwareRelease release : facts.firmwareReleases()) {
            if (!release.releasedOn().isAfter(asOf)) {
                last.merge(release.product(), release.releasedOn(), (a, b) -> b.isAfter(a) ? b : a);
            }
        }
        return facts.firmwareReleases().stream()
                .filter(release -> release.releasedOn().equals(last.get(release.product())))
                .toList();
    }

    private FactSet.Builder release(FirmwareRelease release) {
        FactSet.Builder row = row(FactType.FIRMWARE_RELEASE, release.id());
        release.sbomCompleteness().ifPresent(v -> row.set("sbom_completeness", Reading.known(v)));
        release.attested().ifPresent(v -> row.set("attested", v.toString()));
        release.signedOff().ifPresent(v -> row.set("signed_off", v.toString()));
        release.referenceDeviation().ifPresent(v -> row.set("reference_deviation", Reading.known(v)));
        release.patchLatency().ifPresent(v -> row.set("patch_latency", Reading.known(v)));
        return row;
    }

    private FactSet.Builder incident(Incident incident, LocalDate asOf) {
        boolean resolved = incident.resolvedOn().filter(r -> !r.isAfter(asOf)).isPresent();
        return row(FactType.INCIDENT, incident.id())
                .set("kind", incident.kind())
                .set("severity", incident.severity())
                .set("days_since", days(incident.occurredOn(), asOf))
                .set("resolved", Boolean.toString(resolved));
    }

    /** Whole days from one day to another, not less than none. */
    static Reading days(LocalDate from, LocalDate to) {
        return Reading.known(Math.max(0, ChronoUnit.DAYS.between(from, to)) * Micros.ONE);
    }

    /** How supplier-wide facts follow from the lists. */
    private record SupplierReadings(FactCatalogue catalogue, SupplierFacts facts, LocalDate asOf) {
        private static final int INCIDENT_MONTHS = 24;

        FactSet.Builder row() {
            FactSet.Builder row = new FactSet.Builder(catalogue, FactType.SUPPLIER, "")
                    .set("iso27001", certified("ISO_27001"))
                    .set("iec62443_4_1", certified("IEC_62443_4_1"))
                    .set("open_critical_findings", count(SupplierFacts.Register.Kind.FINDINGS, criticalFindings()))
                    .set("overdue_findings", count(SupplierFacts.Register.Kind.FINDINGS, overdueFindings()))
                    .set("incidents_24_months", count(SupplierFacts.Register.Kind.INCIDENTS, recentIncidents()))
                    .set("canary", worstCanary());
            SupplierFacts.Ownership ownership = facts.ownership();
            ownership.disclosed().ifPresent(v -> row.set("ownership_disclosed", v.toString()));
            ownership.ownerList().ifPresent(v -> row.set("owner_list", screened(v)));
            ownership.transferLicenceMissing().ifPresent(v -> row.set("transfer_licence_missing", v.toString()));
            return row;
        }

        private boolean complete(SupplierFacts.Register.Kind kind) {
            return facts.registers().stream()
                    .anyMatch(r -> r.kind() == kind && !r.completeUntil().isBefore(asOf));
        }

        /** That there is no better certificate is unfavourable, so it stays until a certificate is listed. */
        private boolean declared(SupplierFacts.Register.Kind kind) {
            return facts.registers().stream().anyMatch(r -> r.kind() == kind);
        }

        /** What is on the list always counts; that there is no more only where the list is complete. */
        private Reading count(SupplierFacts.Register.Kind kind, long listed) {
            long value = listed * Micros.ONE;
            if (complete(kind)) {
                return Reading.known(value);
            }
            return listed > 0
                    ? Reading.within(value, Long.MAX_VALUE)
                    : Reading.unknown(new ValueType.Quantity(""), FactState.UNKNOWN);
        }

        private long criticalFindings() {
            return facts.findings().stream()
                    .filter(f -> counts(f, asOf) && f.severity().equals("CRITICAL"))
                    .count();
        }

        private long overdueFindings() {
            return facts.findings().stream()
                    .filter(f -> counts(f, asOf) && f.dueOn().isBefore(asOf))
                    .count();
        }

        private long recentIncidents() {
            LocalDate since = asOf.minusMonths(INCIDENT_MONTHS);
            return facts.incidents().stream()
                    .filter(i ->
                            !i.occurredOn().isAfter(asOf) && !i.occurredOn().isBefore(since))
                    .count();
        }

        private Reading certified(String scheme) {
            ValueType.Codes type = StandardFields.CERTIFIED;
            long best = facts.certifications().stream()
                    .filter(c -> c.scheme().equals(scheme))
                    .mapToLong(c -> type.parse(standing(c)))
                    .max()
                    .orElse(0);
            if (declared(SupplierFacts.Register.Kind.CERTIFICATIONS) || best == type.greatest()) {
                return Reading.known(best);
            }
            return best > 0 ? Reading.within(best, type.greatest()) : Reading.unknown(type, FactState.UNKNOWN);
        }

        /** A certificate that covers nothing of ours is none at any time: its end must not make it more. */
        private String standing(Certification certification) {
            if (certification.scopeMatch().equals("NONE")) {
                return "NO";
            }
            return switch (certificateState(certification, asOf)) {
                case "VALID" -> certification.scopeMatch();
                case "EXPIRED", "SUSPENDED", "WITHDRAWN" -> "LAPSED";
                default -> "NO";
            };
        }

        /** Our own register: that no leak was attributed is known without asking anybody. */
        private String worstCanary() {
            return java.util.stream.Stream.of("ATTRIBUTED", "CONFIRMED_UNPROVEN", "SUSPECTED", "OWN_LEAK")
                    .filter(outcome -> facts.canaries().stream()
                            .anyMatch(c ->
                                    c.outcome().equals(outcome) && !c.placedOn().isAfter(asOf)))
                    .findFirst()
                    .orElse("NOT_OBSERVED");
        }

        private Reading screened(String listed) {
            ValueType.Codes type = StandardFields.OWNER_LIST;
            boolean current = facts.ownership()
                    .screenedUntil()
                    .filter(until -> !until.isBefore(asOf))
                    .isPresent();
            return current ? Reading.known(type.parse(listed)) : Reading.lapsed(type, type.parse(listed), false);
        }
    }
}
