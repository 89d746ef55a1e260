package io.redoubt.scoring.files;

import static io.redoubt.rulepack.StandardFields.CANARY;
import static io.redoubt.rulepack.StandardFields.CLAUSES;
import static io.redoubt.rulepack.StandardFields.INCIDENTS;
import static io.redoubt.rulepack.StandardFields.OWNER_LIST;
import static io.redoubt.rulepack.StandardFields.SCHEMES;
import static io.redoubt.rulepack.StandardFields.SCOPE_MATCH;
import static io.redoubt.rulepack.StandardFields.SEVERITY;
import static io.redoubt.rulepack.StandardFields.STANDING;

import com.fasterxml.jackson.databind.JsonNode;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.WorkClass;
import io.redoubt.scoring.SupplierFacts;
import io.redoubt.scoring.SupplierFacts.Certification;
import io.redoubt.scoring.SupplierFacts.FirmwareRelease;
import io.redoubt.scoring.SupplierFacts.Identifiers;
import io.redoubt.scoring.SupplierFacts.Link;
import io.redoubt.scoring.SupplierFacts.Ownership;
import io.redoubt.scoring.SupplierFacts.Register;
import io.redoubt.scoring.SupplierFacts.Site;
import io.redoubt.shared.Micros;
import io.redoubt.shared.ValueType;
import io.redoubt.shared.Violation;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads a supplier document into facts. Only what can be true is taken: codes of the catalogue, dates in their order,
 * references that lead somewhere, identifiers with the right check digits.
 */
public final class SupplierFactsReader {
    private static final ValueType REGISTERS =
            new ValueType.Codes(List.of("FINDINGS", "CERTIFICATIONS", "INCIDENTS"), false);

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final FactCatalogue catalogue;
    private final ValueType countries;

    public SupplierFactsReader(FactCatalogue catalogue) {
        this.catalogue = catalogue;
        this.countries = catalogue.field(FactType.SITE, "country").type();
    }

    /**
     * Reads one document; jurisdiction readings are no part of it.
     *
     * @throws FactsException with every violation, if there is any
     */
    public SupplierFacts read(JsonNode document) throws FactsException {
        List<Violation> violations = new ArrayList<>();
        SupplierFacts facts = new Reading(new JsonView(document, "", violations)).supplier();
        if (!violations.isEmpty()) {
            throw new FactsException(violations);
        }
        return facts;
    }

    /** Whether a text can be the id of a supplier. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** One document being read. */
    private final class Reading {
        private final JsonView root;
        private final Set<String> sites = new HashSet<>();

        Reading(JsonView root) {
            this.root = root.object(
                    "id",
                    "name",
                    "identifiers",
                    "sites",
                    "ownership",
                    "registers",
                    "answers",
                    "findings",
                    "certifications",
                    "clauses",
                    "firmwareReleases",
                    "incidents",
                    "canaries",
                    "waivers",
                    "disputes");
        }

        SupplierFacts supplier() {
            String id = root.text("id");
            if (!id.isEmpty() && !isId(id)) {
                root.refuse("/id", "The id must be 1 to 64 letters, digits, dots, dashes or underscores.");
            }
            List<Site> read = each("sites", Site::id, this::site);
            read.forEach(site -> sites.add(site.id()));
            return new SupplierFacts(
                    id,
                    root.text("name"),
                    root.optional("identifiers").map(this::identifiers).orElse(Identifiers.NONE),
                    read,
                    root.optional("ownership").map(this::ownership).orElse(Ownership.UNKNOWN),
                    each("registers", r -> r.kind().name(), this::register),
                    each("answers", a -> a.question() + " of " + a.answeredOn(), new AnswerReading(catalogue)::read),
                    each("findings", SupplierFacts.Finding::id, this::finding),
                    each("certifications", Certification::id, this::certification),
                    each("clauses", SupplierFacts.Clause::clause, this::clause),
                    each("firmwareReleases", FirmwareRelease::id, this::release),
                    each("incidents", SupplierFacts.Incident::id, this::incident),
                    each("canaries", SupplierFacts.Canary::id, this::canary),
                    each("waivers", w -> w.rule() + " for " + w.workClass() + " from " + w.validFrom(), this::waiver),
                    each("disputes", SupplierFacts.Dispute::id, this::dispute),
                    Collections.unmodifiableSortedMap(new TreeMap<>()));
        }

        private <T> List<T> each(String key, Function<T, String> id, Function<JsonView, T> reader) {
            List<T> read = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (JsonView item : root.items(key)) {
                T value = reader.apply(item);
                if (!seen.add(id.apply(value))) {
                    item.refuse("", "The entry (" + id.apply(value) + ") must stand once in " + key + ".");
                }
                read.add(value);
            }
            return read;
        }

        private Site site(JsonView view) {
            JsonView site = view.object("id", "name", "country");
            return new Site(site.text("id"), site.text("name"), site.code("country", countries));
        }

        private Identifiers identifiers(JsonView view) {
            JsonView ids = view.object("lei", "duns", "vat");
            Optional<String> lei = ids.optionalText("lei");
            Optional<String> duns = ids.optionalText("duns");
            Optional<String> vat = ids.optionalText("vat");
            if (lei.filter(text -> !LegalIdentifiers.isLei(text)).isPresent()) {
                ids.refuse("/lei", "The LEI must be 20 characters with valid check digits (ISO 17442).");
            }
            if (duns.filter(text -> !LegalIdentifiers.isDuns(text)).isPresent()) {
                ids.refuse("/duns", "The DUNS number must be nine digits.");
            }
            if (vat.filter(text -> !LegalIdentifiers.isVat(text)).isPresent()) {
                ids.refuse("/vat", "The VAT number must begin with its country's two letters.");
            }
            return new Identifiers(lei, duns, vat);
        }

        private Ownership ownership(JsonView view) {
            JsonView ownership =
                    view.object("disclosed", "ownerList", "screenedUntil", "transferLicenceMissing", "links");
            List<Link> links = new ArrayList<>();
            ownership.items("links").forEach(item -> links.add(link(item)));
            return new Ownership(
                    ownership.optionalFlag("disclosed"),
                    ownership.optionalCode("ownerList", OWNER_LIST),
                    ownership.optionalDate("screenedUntil"),
                    ownership.optionalFlag("transferLicenceMissing"),
                    links);
        }

        private Link link(JsonView view) {
            JsonView link = view.object("owner", "percent", "controls", "validFrom", "validUntil");
            long percent = link.optionalMicros("percent").orElse(0L);
            if (percent > 100 * Micros.ONE) {
                link.refuse("/percent", "The percent must be at most 100.");
            }
            LocalDate from = link.date("validFrom");
            return new Link(
                    link.text("owner"),
                    percent,
                    link.optionalFlag("controls").orElse(false),
                    from,
                    notBefore(link, "validUntil", from, "validFrom"));
        }

        private Register register(JsonView view) {
            JsonView register = view.object("kind", "completeUntil");
            return new Register(
                    Register.Kind.valueOf(register.code("kind", REGISTERS)), register.date("completeUntil"));
        }

        private SupplierFacts.Finding finding(JsonView view) {
            JsonView finding =
                    view.object("id", "severity", "standard", "openedOn", "dueOn", "claimedOn", "verifiedOn", "site");
            LocalDate opened = finding.date("openedOn");
            return new SupplierFacts.Finding(
                    finding.text("id"),
                    finding.code("severity", SEVERITY),
                    finding.text("standard"),
                    opened,
                    demandedNotBefore(finding, "dueOn", opened, "openedOn"),
                    notBefore(finding, "claimedOn", opened, "openedOn"),
                    notBefore(finding, "verifiedOn", opened, "openedOn"),
                    siteOf(finding));
        }

        private Certification certification(JsonView view) {
            JsonView certificate = view.object(
                    "id",
                    "scheme",
                    "number",
                    "scopeMatch",
                    "validFrom",
                    "validUntil",
                    "suspendedFrom",
                    "withdrawnOn",
                    "site");
            LocalDate from = certificate.date("validFrom");
            return new Certification(
                    certificate.text("id"),
                    certificate.code("scheme", SCHEMES),
                    certificate.text("number"),
                    certificate.code("scopeMatch", SCOPE_MATCH),
                    from,
                    demandedNotBefore(certificate, "validUntil", from, "validFrom"),
                    notBefore(certificate, "suspendedFrom", from, "validFrom"),
                    notBefore(certificate, "withdrawnOn", from, "validFrom"),
                    siteOf(certificate));
        }

        private SupplierFacts.Clause clause(JsonView view) {
            JsonView clause = view.object("clause", "standing");
            return new SupplierFacts.Clause(clause.code("clause", CLAUSES), clause.code("standing", STANDING));
        }

        private FirmwareRelease release(JsonView view) {
            JsonView release = view.object(
                    "id",
                    "product",
                    "releasedOn",
                    "sbomCompleteness",
                    "attested",
                    "signedOff",
                    "referenceDeviation",
                    "patchLatency",
                    "site");
            return new FirmwareRelease(
                    release.text("id"),
                    release.text("product"),
                    release.date("releasedOn"),
                    percent(release, "sbomCompleteness"),
                    release.optionalFlag("attested"),
                    release.optionalFlag("signedOff"),
                    percent(release, "referenceDeviation"),
                    release.optionalMicros("patchLatency"),
                    siteOf(release));
        }

        private Optional<Long> percent(JsonView view, String key) {
            Optional<Long> value = view.optionalMicros(key);
            if (value.filter(v -> v > 100 * Micros.ONE).isPresent()) {
                view.refuse("/" + key, "The " + key + " must be at most 100 percent.");
            }
            return value;
        }

        private SupplierFacts.Incident incident(JsonView view) {
            JsonView incident = view.object("id", "kind", "severity", "occurredOn", "resolvedOn", "site");
            LocalDate occurred = incident.date("occurredOn");
            return new SupplierFacts.Incident(
                    incident.text("id"),
                    incident.code("kind", INCIDENTS),
                    incident.code("severity", SEVERITY),
                    occurred,
                    notBefore(incident, "resolvedOn", occurred, "occurredOn"),
                    siteOf(incident));
        }

        private SupplierFacts.Canary canary(JsonView view) {
            JsonView canary = view.object("id", "placedOn", "outcome");
            return new SupplierFacts.Canary(canary.text("id"), canary.date("placedOn"), canary.code("outcome", CANARY));
        }

        private SupplierFacts.Waiver waiver(JsonView view) {
            JsonView waiver =
                    view.object("rule", "workClass", "validFrom", "validUntil", "requestedBy", "approvedBy", "reason");
            LocalDate from = waiver.date("validFrom");
            LocalDate until = demandedNotBefore(waiver, "validUntil", from, "validFrom");
            if (until.isAfter(from.plusDays(SupplierFacts.Waiver.LONGEST_DAYS))) {
                waiver.refuse(
                        "/validUntil",
                        "The waiver must end within " + SupplierFacts.Waiver.LONGEST_DAYS + " days of its start.");
            }
            String requestedBy = waiver.text("requestedBy");
            String approvedBy = waiver.text("approvedBy");
            if (!requestedBy.isEmpty() && person(requestedBy).equals(person(approvedBy))) {
                waiver.refuse("/approvedBy", "The waiver must be approved by somebody other than who requested it.");
            }
            return new SupplierFacts.Waiver(
                    waiver.text("rule"),
                    workClass(waiver),
                    from,
                    until,
                    requestedBy,
                    approvedBy,
                    waiver.text("reason"));
        }

        /** Spelling does not make two persons of one. */
        private static String person(String name) {
            return Normalizer.normalize(name, Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[\\s.]+", " ")
                    .strip();
        }

        private String workClass(JsonView waiver) {
            String text = waiver.text("workClass");
            boolean known = WorkClass.all().stream().anyMatch(c -> c.toString().equals(text));
            if (!known && !text.isEmpty()) {
                waiver.refuse("/workClass", "The work class must be one class such as CRITICAL/ASSEMBLY.");
            }
            return text;
        }

        private SupplierFacts.Dispute dispute(JsonView view) {
            JsonView dispute = view.object("id", "openedOn", "closedOn", "subject");
            LocalDate opened = dispute.date("openedOn");
            return new SupplierFacts.Dispute(
                    dispute.text("id"),
                    opened,
                    notBefore(dispute, "closedOn", opened, "openedOn"),
                    dispute.text("subject"));
        }

        private LocalDate demandedNotBefore(JsonView view, String key, LocalDate start, String startKey) {
            view.demand(key);
            return notBefore(view, key, start, startKey).orElse(LocalDate.EPOCH);
        }

        private Optional<LocalDate> notBefore(JsonView view, String key, LocalDate start, String startKey) {
            Optional<LocalDate> end = view.optionalDate(key);
            if (end.filter(e -> e.isBefore(start)).isPresent()) {
                view.refuse("/" + key, "The " + key + " must not lie before " + startKey + " (" + start + ").");
            }
            return end;
        }

        private Optional<String> siteOf(JsonView view) {
            Optional<String> site = view.optionalText("site");
            if (site.filter(id -> !sites.contains(id)).isPresent()) {
                view.refuse("/site", "The site (" + site.orElse("") + ") must be one of the supplier's sites.");
            }
            return site;
        }
    }
}
