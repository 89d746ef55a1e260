package io.redoubt.scoring.files;

import static io.redoubt.rulepack.StandardFields.ACTIVITIES;
import static io.redoubt.rulepack.StandardFields.AUDIT_RESULT;
import static io.redoubt.rulepack.StandardFields.CLAUSES;
import static io.redoubt.rulepack.StandardFields.INCIDENTS;
import static io.redoubt.rulepack.StandardFields.SCHEMES;
import static io.redoubt.rulepack.StandardFields.SCOPE_MATCH;
import static io.redoubt.rulepack.StandardFields.SEVERITY;
import static io.redoubt.rulepack.StandardFields.STANDING;

import io.redoubt.facts.Audit;
import io.redoubt.facts.Certification;
import io.redoubt.facts.CertifiedScope;
import io.redoubt.facts.Clause;
import io.redoubt.facts.Finding;
import io.redoubt.facts.Incident;
import io.redoubt.shared.Micros;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what is kept in registers: findings, certificates, audits, clauses, incidents.
 *
 * @param sites ids of the supplier's sites
 */
record RegisterReading(Set<String> sites) {
    private static final String SITE = "site";
    private static final int LATEST_EDITION = 2100;
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final long HIGHEST_LEVEL = 4 * Micros.ONE;

    Finding finding(JsonView view) {
        JsonView finding = view.object(
                "id",
                "severity",
                "standard",
                "openedOn",
                "dueOn",
                "receivedAt",
                "extendedUntil",
                "claimedOn",
                "verifiedOn",
                SITE);
        LocalDate opened = finding.date("openedOn");
        return new Finding(
                finding.text("id"),
                finding.code("severity", SEVERITY),
                finding.text("standard"),
                opened,
                finding.notBefore("dueOn", opened, "openedOn"),
                notBeforeDay(finding, "receivedAt", opened, "openedOn"),
                finding.notBefore("extendedUntil", opened, "openedOn"),
                finding.notBefore("claimedOn", opened, "openedOn"),
                finding.notBefore("verifiedOn", opened, "openedOn"),
                finding.site(SITE, sites));
    }

    Certification certification(JsonView view) {
        JsonView certificate = view.object(
                "id",
                "scheme",
                "number",
                "edition",
                "accredited",
                "scope",
                "scopeMatch",
                "reviewedBy",
                "validFrom",
                "validUntil",
                "surveillanceDueOn",
                "suspendedFrom",
                "withdrawnOn",
                SITE);
        LocalDate from = certificate.date("validFrom");
        certificate.demand("validUntil");
        Optional<LocalDate> until = certificate.notBefore("validUntil", from, "validFrom");
        return new Certification(
                certificate.text("id"),
                certificate.code("scheme", SCHEMES),
                certificate.text("number"),
                edition(certificate, until),
                certificate.optionalFlag("accredited"),
                certificate.optional("scope").map(this::scope),
                certificate.code("scopeMatch", SCOPE_MATCH),
                certificate.optionalText("reviewedBy"),
                from,
                until.orElse(LocalDate.EPOCH),
                certificate.notBefore("surveillanceDueOn", from, "validFrom"),
                certificate.notBefore("suspendedFrom", from, "validFrom"),
                certificate.notBefore("withdrawnOn", from, "validFrom"),
                certificate.site(SITE, sites));
    }

    /** No certificate is given against an edition that comes out after its end; such a year would never be outdated. */
    private static Optional<String> edition(JsonView certificate, Optional<LocalDate> until) {
        Optional<String> edition = certificate.optionalText("edition");
        int latest = Math.min(LATEST_EDITION, until.map(LocalDate::getYear).orElse(LATEST_EDITION));
        if (edition.filter(text -> YEAR.matcher(text).matches() && Integer.parseInt(text) > latest)
                .isPresent()) {
            certificate.refuse(
                    "/edition", "The edition (" + edition.orElse("") + ") must not be a year after " + latest + ".");
        }
        return edition;
    }

    private CertifiedScope scope(JsonView view) {
        JsonView scope =
                view.object("organisation", "sites", "activities", "products", "level", "statementOfApplicability");
        return new CertifiedScope(
                scope.optionalText("organisation"),
                scope.sites("sites", sites),
                scope.codes("activities", ACTIVITIES),
                scope.texts("products"),
                level(scope, "level"),
                scope.optionalFlag("statementOfApplicability"));
    }

    private static Optional<Long> level(JsonView view, String key) {
        Optional<Long> level = view.optionalMicros(key);
        if (level.filter(l -> l < Micros.ONE || l > HIGHEST_LEVEL || l % Micros.ONE != 0)
                .isPresent()) {
            view.refuse("/" + key, "The " + key + " must be 1, 2, 3 or 4.");
        }
        return level;
    }

    Audit audit(JsonView view) {
        JsonView audit = view.object("id", "standard", "system", "securityLevel", "heldOn", "result", SITE);
        return new Audit(
                audit.text("id"),
                audit.code("standard", SCHEMES),
                audit.text("system"),
                level(audit, "securityLevel"),
                audit.date("heldOn"),
                audit.code("result", AUDIT_RESULT),
                audit.site(SITE, sites));
    }

    static Clause clause(JsonView view) {
        JsonView clause = view.object("clause", "standing", "days");
        return new Clause(
                clause.code("clause", CLAUSES), clause.code("standing", STANDING), clause.optionalMicros("days"));
    }

    Incident incident(JsonView view) {
        JsonView incident = view.object(
                "id", "kind", "severity", "occurredOn", "awareAt", "warnedAt", "notifiedAt", "resolvedOn", SITE);
        LocalDate occurred = incident.date("occurredOn");
        Optional<Instant> aware = notBeforeDay(incident, "awareAt", occurred, "occurredOn");
        return new Incident(
                incident.text("id"),
                incident.code("kind", INCIDENTS),
                incident.code("severity", SEVERITY),
                occurred,
                aware,
                report(incident, "warnedAt", aware),
                report(incident, "notifiedAt", aware),
                incident.notBefore("resolvedOn", occurred, "occurredOn"),
                incident.site(SITE, sites));
    }

    /** A point in time not before a day; days at a site may begin and end up to a day away from those in UTC. */
    private static Optional<Instant> notBeforeDay(JsonView view, String key, LocalDate start, String startKey) {
        Optional<Instant> time = view.optionalInstant(key);
        if (time.filter(at -> LocalDate.ofInstant(at, ZoneOffset.UTC).isBefore(start.minusDays(1)))
                .isPresent()) {
            view.refuse("/" + key, "The " + key + " must not lie before " + startKey + " (" + start + ").");
        }
        return time;
    }

    private static Optional<Instant> report(JsonView incident, String key, Optional<Instant> aware) {
        Optional<Instant> reported = incident.optionalInstant(key);
        if (reported.isPresent()
                && aware.filter(a -> !reported.get().isBefore(a)).isEmpty()) {
            incident.refuse("/" + key, "The " + key + " must not lie before awareAt, which must be present.");
        }
        return reported;
    }
}
