package io.redoubt.scoring;

import io.redoubt.facts.Audit;
import io.redoubt.facts.Certification;
import io.redoubt.facts.Clause;
import io.redoubt.facts.Finding;
import io.redoubt.facts.FirmwareRelease;
import io.redoubt.facts.Incident;
import io.redoubt.facts.Register;
import io.redoubt.facts.Site;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.facts.Vulnerability;
import io.redoubt.rulepack.Action.Excuse;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Reading;
import io.redoubt.shared.Truth;
import io.redoubt.shared.ValueType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns dated facts into what rules see on one day. Everything that dates decide is decided here: what has lapsed,
 * what is overdue, what has not begun. Rules then only compare.
 */
public final class FactDerivation {
    /** Lists that may be declared complete, and what stands on them. */
    private static final Map<Register.Kind, FactType> LISTS = new EnumMap<>(Map.of(
            Register.Kind.FINDINGS, FactType.FINDING,
            Register.Kind.CERTIFICATIONS, FactType.CERTIFICATION,
            Register.Kind.AUDITS, FactType.AUDIT,
            Register.Kind.VULNERABILITIES, FactType.VULNERABILITY,
            Register.Kind.INCIDENTS, FactType.INCIDENT));

    /** Of two audits on one day the worse, then the one for the lower level (none stated is lowest), then by id. */
    private static final Comparator<Audit> LATEST_FIRST = Comparator.comparing(Audit::heldOn, Comparator.reverseOrder())
            .thenComparing(audit -> StandardFields.AUDIT_RESULT.parse(audit.result()))
            .thenComparing(audit -> audit.securityLevel().orElse(0L))
            .thenComparing(Audit::id);

    private final FactCatalogue catalogue;
    private final PackInputs inputs;
    private final AnswerReadings answers;

    public FactDerivation(FactCatalogue catalogue, PackInputs inputs) {
        this.catalogue = catalogue;
        this.inputs = inputs;
        this.answers = new AnswerReadings(catalogue, inputs.questions());
    }

    /** The rows of a supplier on a day. */
    public FactSet derive(SupplierFacts facts, LocalDate asOf) {
        FactSet set = new FactSet(catalogue, new SupplierReadings(catalogue, facts, inputs, asOf).row());
        Map<String, FactRow> sites = addSites(set, facts);
        answers.addTo(set, facts, excused(set), asOf);
        FindingDeadline deadline = new FindingDeadline(catalogue, facts, inputs);
        CertificateStanding standing = new CertificateStanding(facts, inputs, asOf);
        facts.findings().stream()
                .filter(f -> counts(f, asOf))
                .forEach(f -> addAt(set, sites, f.site(), finding(f, deadline, asOf)));
        facts.certifications().forEach(c -> addAt(set, sites, c.site(), certification(c, standing)));
        latestAudits(facts, asOf).values().forEach(a -> addAt(set, sites, a.site(), audit(a, asOf)));
        facts.clauses().forEach(c -> set.add(clause(c)));
        facts.vulnerabilities().stream()
                .filter(v -> v.countsOn(asOf))
                .forEach(v -> addAt(set, sites, v.site(), vulnerability(v, asOf)));
        latest(facts, asOf).forEach(r -> addAt(set, sites, r.site(), release(r)));
        facts.incidents().stream()
                .filter(i -> !i.occurredOn().isAfter(asOf))
                .forEach(i -> addAt(set, sites, i.site(), incident(facts, i, asOf)));
        unlisted(facts, set.rows().get(0), asOf).forEach(type -> set.add(row(type, FactRow.UNLISTED)));
        return set;
    }

    /**
     * Kinds of which there may be more than anybody listed: the list is not declared complete, or has not been for some
     * time. Of firmware there is a release wherever it may be made.
     */
    private List<FactType> unlisted(SupplierFacts facts, FactRow supplier, LocalDate asOf) {
        List<FactType> unlisted = new ArrayList<>();
        LISTS.forEach((kind, type) -> {
            if (facts.registers().stream()
                    .noneMatch(
                            list -> list.kind() == kind && !list.completeUntil().isBefore(asOf))) {
                unlisted.add(type);
            }
        });
        Reading develops = supplier.read(catalogue.field(FactType.SUPPLIER, "does_firmware_development"));
        if (latest(facts, asOf).isEmpty() && !develops.equals(Reading.known(0))) {
            unlisted.add(FactType.FIRMWARE_RELEASE);
        }
        return unlisted;
    }

    /** What ends by itself or is due, as things stand on a day; what has ended and was not renewed is among it. */
    List<Deadline> deadlines(SupplierFacts facts, LocalDate asOf) {
        FactSet set = new FactSet(catalogue, new SupplierReadings(catalogue, facts, inputs, asOf).row());
        List<Deadline> deadlines =
                new ArrayList<>(new Deadlines(facts, new FindingDeadline(catalogue, facts, inputs), asOf).all());
        answers.deadlines(facts, excused(set), asOf).forEach(deadlines::add);
        return deadlines;
    }

    /** Questions that certainly need no answer from this supplier. */
    private Set<String> excused(FactSet set) {
        FactRow supplier = set.rows().get(0);
        return inputs.excuses().stream()
                .filter(rule -> Interpreter.evaluate(rule, supplier) == Truth.TRUE)
                .flatMap(rule -> ((Excuse) rule.then()).questions().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A supplier of which nothing at all is known: the measure of full ignorance that coverage divides by. */
    public FactSet nothingKnown() {
        FactSet set = new FactSet(catalogue, row(FactType.SUPPLIER, ""));
        set.add(row(FactType.SITE, "unknown"));
        answers.addUnanswered(set);
        LISTS.values().forEach(type -> set.add(row(type, FactRow.UNLISTED)));
        set.add(row(FactType.FIRMWARE_RELEASE, FactRow.UNLISTED));
        return set;
    }

    private FactSet.Builder row(FactType type, String key) {
        return new FactSet.Builder(catalogue, type, key);
    }

    private Map<String, FactRow> addSites(FactSet set, SupplierFacts facts) {
        Map<String, FactRow> rows = new HashMap<>();
        for (Site site : facts.sites()) {
            FactSet.Builder row = row(FactType.SITE, site.id()).set("country", site.country());
            // of another edition there may be readings of factors that nothing reads here
            facts.readings(site.country()).forEach((factor, reading) -> {
                if (catalogue.find(FactType.SITE, factor).isPresent()) {
                    row.set(factor, reading);
                }
            });
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

    private FactSet.Builder finding(Finding finding, FindingDeadline deadline, LocalDate asOf) {
        boolean claimed = finding.claimedOn().filter(c -> !c.isAfter(asOf)).isPresent();
        return row(FactType.FINDING, finding.id())
                .set("severity", finding.severity())
                .set("status", claimed ? "CORRECTION_CLAIMED" : "OPEN")
                .set("days_overdue", days(deadline.of(finding), asOf));
    }

    private FactSet.Builder certification(Certification certification, CertificateStanding standing) {
        FactSet.Builder row = row(FactType.CERTIFICATION, certification.id())
                .set("scheme", certification.scheme())
                .set("state", standing.stateReading(certification))
                .set(
                        "scope_match",
                        Reading.within(
                                standing.bestMatch(certification, false).code(),
                                standing.bestMatch(certification, true).code()));
        certification.accredited().ifPresent(v -> row.set("accredited", v.toString()));
        return row;
    }

    /** The latest audit of each system against each standard, whatever the order of the list. */
    static Map<String, Audit> latestAudits(SupplierFacts facts, LocalDate asOf) {
        Map<String, Audit> latest = new TreeMap<>();
        for (Audit audit : facts.audits()) {
            if (!audit.heldOn().isAfter(asOf)) {
                latest.merge(audit.standard() + " " + audit.system(), audit, BinaryOperator.minBy(LATEST_FIRST));
            }
        }
        return latest;
    }

    private FactSet.Builder audit(Audit audit, LocalDate asOf) {
        FactSet.Builder row = row(FactType.AUDIT, audit.id())
                .set("standard", audit.standard())
                .set("result", audit.result())
                .set("days_since", days(audit.heldOn(), asOf));
        audit.securityLevel().ifPresent(level -> row.set("security_level", Reading.known(level)));
        return row;
    }

    private FactSet.Builder clause(Clause clause) {
        FactSet.Builder row = row(FactType.CLAUSE, clause.clause())
                .set("clause", clause.clause())
                .set("standing", clause.standing());
        clause.days().ifPresent(days -> row.set("days", Reading.known(days)));
        return row;
    }

    private FactSet.Builder vulnerability(Vulnerability vulnerability, LocalDate asOf) {
        return row(FactType.VULNERABILITY, vulnerability.id() + " in " + vulnerability.product())
                .set("severity", vulnerability.severity())
                .set("exploited", Boolean.toString(SupplierReadings.exploited(vulnerability, asOf)))
                .set("fixed", Boolean.toString(vulnerability.fixedBy(asOf)))
                .set("days", Reading.known(PatchRecord.days(vulnerability, asOf) * Micros.ONE));
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
        release.teeEvidence().ifPresent(v -> row.set("tee_evidence", v.toString()));
        release.productClass().ifPresent(v -> row.set("product_class", v));
        release.safetyImpact().ifPresent(v -> row.set("safety_impact", v));
        missing(release.stages(), StandardFields.STAGES).ifPresent(v -> row.set("stages_missing", v));
        missing(release.phases(), StandardFields.PHASES).ifPresent(v -> row.set("phases_missing", v));
        return row;
    }

    /** How many of the known ones are not listed; an empty list says that nobody recorded them. */
    private static Optional<Reading> missing(List<String> listed, ValueType.Codes known) {
        return listed.isEmpty()
                ? Optional.empty()
                : Optional.of(Reading.known((known.greatest() + 1 - listed.size()) * Micros.ONE));
    }

    private FactSet.Builder incident(SupplierFacts facts, Incident incident, LocalDate asOf) {
        boolean resolved = incident.resolvedOn().filter(r -> !r.isAfter(asOf)).isPresent();
        ReportingTime time = ReportingTime.of(facts, incident, asOf);
        FactSet.Builder row = incidentRow(incident, resolved, asOf);
        // The full notification holds the early warning: who gave it at once owes none.
        Optional<Instant> warned = Stream.of(incident.warnedAt(), incident.notifiedAt())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
        time.until(warned).ifPresent(hours -> row.set("hours_to_warning", hours));
        time.until(incident.notifiedAt()).ifPresent(hours -> row.set("hours_to_notification", hours));
        return row;
    }

    private FactSet.Builder incidentRow(Incident incident, boolean resolved, LocalDate asOf) {
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
}
