package io.redoubt.scoring;

import io.redoubt.facts.Audit;
import io.redoubt.facts.Canary;
import io.redoubt.facts.Ownership;
import io.redoubt.facts.Register;
import io.redoubt.facts.Site;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.facts.Vulnerability;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.shared.FactState;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Reading;
import io.redoubt.shared.ValueType;
import io.redoubt.shared.ValueType.Codes;
import io.redoubt.shared.ValueType.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How facts about the supplier as a whole follow from its lists on a day. */
record SupplierReadings(FactCatalogue catalogue, SupplierFacts facts, PackInputs inputs, LocalDate asOf) {
    private static final int REVIEWERS = 2;
    private static final ValueType COUNT = new Quantity("");

    FactSet.Builder row() {
        FactSet.Builder row = new FactSet.Builder(catalogue, FactType.SUPPLIER, "")
                .set("iso27001", certified("ISO_27001"))
                .set("iec62443_4_1", certified("IEC_62443_4_1"))
                .set("iec62443_4_2", certified("IEC_62443_4_2"))
                .set("iec62443_3_3", certified("IEC_62443_3_3"))
                .set("iec62443_3_3_audit", audited("IEC_62443_3_3"))
                .set("open_critical_findings", openFindings("CRITICAL"))
                .set("open_major_findings", openFindings("MAJOR"))
                .set("open_minor_findings", openFindings("MINOR"))
                .set("overdue_findings", count(Register.Kind.FINDINGS, overdueFindings()))
                .set("unaudited_incidents", count(Register.Kind.INCIDENTS, unauditedIncidents()))
                .set("canary", worstCanary())
                .set("owner_list", OwnerListing.on(facts.ownership(), asOf));
        Ownership ownership = facts.ownership();
        ownership.disclosed().ifPresent(v -> row.set("ownership_disclosed", v.toString()));
        ownership.transferLicenceMissing().ifPresent(v -> row.set("transfer_licence_missing", v.toString()));
        ownership.transferNotificationMissing().ifPresent(v -> row.set("transfer_notification_missing", v.toString()));
        facts.profile().subSuppliers().ifPresent(v -> row.set("sub_suppliers", v.toString()));
        facts.profile().personalData().ifPresent(v -> row.set("personal_data", v.toString()));
        Stream.of(WorkClass.Activity.values())
                .map(Enum::name)
                .forEach(activity -> does(activity)
                        .ifPresent(v -> row.set("does_" + activity.toLowerCase(Locale.ROOT), v.toString())));
        patches(row);
        return row;
    }

    /** True where a site does it, false where every site says what it does and none does this. */
    private java.util.Optional<Boolean> does(String activity) {
        if (facts.sites().stream().anyMatch(site -> site.activities().contains(activity))) {
            return java.util.Optional.of(true);
        }
        boolean recorded = !facts.sites().isEmpty()
                && facts.sites().stream().map(Site::activities).noneMatch(List::isEmpty);
        return recorded ? java.util.Optional.of(false) : java.util.Optional.empty();
    }

    private void patches(FactSet.Builder row) {
        List<Vulnerability> serious = facts.vulnerabilities().stream()
                .filter(v -> v.severity().equals("HIGH") || v.severity().equals("CRITICAL"))
                .toList();
        PatchRecord record = PatchRecord.of(serious, asOf);
        Reading median = record.medianReading();
        if (complete(Register.Kind.VULNERABILITIES)) {
            row.set("patch_median", median);
        } else if (declared(Register.Kind.VULNERABILITIES)) {
            row.set("patch_median", Reading.within(median.low(), Long.MAX_VALUE));
        }
        row.set("patch_second_longest", count(Register.Kind.VULNERABILITIES, record.secondLongest()))
                .set("patch_oldest_open", count(Register.Kind.VULNERABILITIES, record.oldestOpen()));
        row.set(
                "exploited_open",
                count(
                        Register.Kind.VULNERABILITIES,
                        facts.vulnerabilities().stream()
                                .filter(v -> v.countsOn(asOf) && !v.fixedBy(asOf) && exploited(v, asOf))
                                .count()));
    }

    static boolean exploited(Vulnerability vulnerability, LocalDate asOf) {
        return vulnerability.exploitedOn().filter(day -> !day.isAfter(asOf)).isPresent();
    }

    private boolean complete(Register.Kind kind) {
        return facts.registers().stream()
                .anyMatch(r -> r.kind() == kind && !r.completeUntil().isBefore(asOf));
    }

    /** That there is no better certificate is unfavourable, so it stays until a certificate is listed. */
    private boolean declared(Register.Kind kind) {
        return facts.registers().stream().anyMatch(r -> r.kind() == kind);
    }

    /** What is on the list always counts; that there is no more only where the list is complete. */
    private Reading count(Register.Kind kind, long listed) {
        long value = listed * Micros.ONE;
        if (complete(kind)) {
            return Reading.known(value);
        }
        return listed > 0 ? Reading.within(value, Long.MAX_VALUE) : Reading.unknown(COUNT, FactState.UNKNOWN);
    }

    private Reading openFindings(String severity) {
        return count(
                Register.Kind.FINDINGS,
                facts.findings().stream()
                        .filter(f ->
                                FactDerivation.counts(f, asOf) && f.severity().equals(severity))
                        .count());
    }

    private long overdueFindings() {
        FindingDeadline deadline = new FindingDeadline(catalogue, facts, inputs);
        return facts.findings().stream()
                .filter(f -> FactDerivation.counts(f, asOf) && deadline.of(f).isBefore(asOf))
                .count();
    }

    /** What happened stays until somebody looked and was content: time alone corrects nothing. */
    private long unauditedIncidents() {
        return facts.incidents().stream()
                .filter(i -> !i.occurredOn().isAfter(asOf))
                .filter(i -> facts.audits().stream()
                        .noneMatch(audit -> audit.result().equals("PASSED")
                                && audit.heldOn().isAfter(i.occurredOn())
                                && !audit.heldOn().isAfter(asOf)))
                .count();
    }

    private Reading certified(String scheme) {
        Codes type = StandardFields.CERTIFIED;
        CertificateStanding standing = new CertificateStanding(facts, inputs, asOf);
        long shown = standing.best(scheme, false);
        if (declared(Register.Kind.CERTIFICATIONS)) {
            return Reading.within(shown, standing.best(scheme, true));
        }
        return shown > 0 ? Reading.within(shown, type.greatest()) : Reading.unknown(type, FactState.UNKNOWN);
    }

    /** The latest audit of each system; a failed one stays until the same system passes another. */
    private Reading audited(String standard) {
        Codes type = StandardFields.AUDITED;
        Map<String, Audit> latest = FactDerivation.latestAudits(facts, asOf);
        long worst = latest.values().stream()
                .filter(audit -> audit.standard().equals(standard))
                .mapToLong(audit -> type.parse(audit.result()))
                .min()
                .orElse(type.parse("NONE"));
        if (complete(Register.Kind.AUDITS) || worst == type.least()) {
            return Reading.known(worst);
        }
        return worst == type.greatest()
                ? Reading.within(type.least(), type.greatest())
                : declared(Register.Kind.AUDITS)
                        ? Reading.within(type.least(), worst)
                        : Reading.unknown(type, FactState.UNKNOWN);
    }

    /** Our own register: that no leak was attributed is known without asking anybody. */
    private String worstCanary() {
        return Stream.of("ATTRIBUTED", "CONFIRMED_UNPROVEN", "SUSPECTED", "OWN_LEAK")
                .filter(outcome -> facts.canaries().stream()
                        .filter(canary -> !canary.placedOn().isAfter(asOf))
                        .map(canary -> outcome(canary, asOf))
                        .anyMatch(Predicate.isEqual(outcome)))
                .findFirst()
                .orElse("NOT_OBSERVED");
    }

    /** A leak is attributed only with a custody record, two reviewers and the supplier heard; before that it is unproven. */
    static String outcome(Canary canary, LocalDate asOf) {
        boolean proven = canary.custodyRecord().isPresent()
                && canary.reviewers().size() >= REVIEWERS
                && canary.supplierHeardOn().filter(day -> !day.isAfter(asOf)).isPresent();
        return canary.outcome().equals("ATTRIBUTED") && !proven ? "CONFIRMED_UNPROVEN" : canary.outcome();
    }
}
