package io.redoubt.scoring.files;

import static io.redoubt.rulepack.StandardFields.ACTIVITIES;

import com.fasterxml.jackson.databind.JsonNode;
import io.redoubt.facts.Audit;
import io.redoubt.facts.Canary;
import io.redoubt.facts.Certification;
import io.redoubt.facts.Clause;
import io.redoubt.facts.Dispute;
import io.redoubt.facts.Engagement;
import io.redoubt.facts.Finding;
import io.redoubt.facts.FirmwareRelease;
import io.redoubt.facts.Identifiers;
import io.redoubt.facts.Incident;
import io.redoubt.facts.LegalIdentifiers;
import io.redoubt.facts.Ownership;
import io.redoubt.facts.Profile;
import io.redoubt.facts.Register;
import io.redoubt.facts.Site;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactType;
import io.redoubt.shared.ValueType;
import io.redoubt.shared.Violation;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a supplier document into facts. Only what can be true is taken: codes of the catalogue, dates in their order,
 * references that lead somewhere, identifiers with the right check digits.
 */
public final class SupplierFactsReader {
    private static final ValueType REGISTERS = new ValueType.Codes(
            Arrays.stream(Register.Kind.values()).map(Enum::name).toList(), false);
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

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

        Reading(JsonView root) {
            this.root = root.object(
                    "id",
                    "name",
                    "identifiers",
                    "profile",
                    "sites",
                    "ownership",
                    "registers",
                    "answers",
                    "findings",
                    "certifications",
                    "audits",
                    "clauses",
                    "firmwareReleases",
                    "vulnerabilities",
                    "incidents",
                    "canaries",
                    "waivers",
                    "engagements",
                    "disputes");
        }

        SupplierFacts supplier() {
            String id = root.text("id");
            if (!id.isEmpty() && !isId(id)) {
                root.refuse("/id", "The id must be 1 to 64 letters, digits, dots, dashes or underscores.");
            }
            List<Site> read = each("sites", Site::id, this::site, "id");
            Set<String> sites = read.stream().map(Site::id).collect(Collectors.toSet());
            RegisterReading registers = new RegisterReading(sites);
            FirmwareReading firmware = new FirmwareReading(sites);
            List<Engagement> engagements =
                    each("engagements", Engagement::id, view -> ExceptionReading.engagement(view, sites), "id");
            ExceptionReading exceptions = new ExceptionReading(
                    engagements.stream().collect(Collectors.toMap(Engagement::id, Engagement::workClass, (a, b) -> a)));
            return new SupplierFacts(
                    id,
                    root.text("name"),
                    root.optional("identifiers").map(this::identifiers).orElse(Identifiers.NONE),
                    root.optional("profile").map(Reading::profile).orElse(Profile.UNKNOWN),
                    read,
                    root.optional("ownership").map(OwnershipReading::ownership).orElse(Ownership.UNKNOWN),
                    each("registers", r -> r.kind().name(), this::register, "kind"),
                    each(
                            "answers",
                            a -> a.question() + " of " + a.answeredOn(),
                            new AnswerReading(catalogue)::read,
                            "question",
                            "answeredOn"),
                    each("findings", Finding::id, registers::finding, "id"),
                    each("certifications", Certification::id, registers::certification, "id"),
                    each("audits", Audit::id, registers::audit, "id"),
                    each("clauses", Clause::clause, RegisterReading::clause, "clause"),
                    each("firmwareReleases", FirmwareRelease::id, firmware::release, "id"),
                    each(
                            "vulnerabilities",
                            v -> v.id() + " of " + v.product(),
                            firmware::vulnerability,
                            "id",
                            "product"),
                    each("incidents", Incident::id, registers::incident, "id"),
                    each("canaries", Canary::id, ExceptionReading::canary, "id"),
                    each(
                            "waivers",
                            w -> w.rule() + " for " + w.engagement().orElse(w.workClass()) + " from " + w.validFrom(),
                            exceptions::waiver,
                            "rule",
                            "workClass",
                            "validFrom"),
                    engagements,
                    each("disputes", Dispute::id, ExceptionReading::dispute, "id"),
                    Collections.unmodifiableSortedMap(new TreeMap<>()));
        }

        /**
         * Reads a list whose entries each have their own id.
         *
         * @param parts keys that the id is made of; where one of them can't be read, there is nothing to compare
         */
        private <T> List<T> each(String key, Function<T, String> id, Function<JsonView, T> reader, String... parts) {
            List<T> read = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (JsonView item : root.items(key)) {
                int before = item.refused();
                T value = reader.apply(item);
                if (!item.refusedSince(before, parts) && !seen.add(id.apply(value))) {
                    item.refuse("", "The entry (" + id.apply(value) + ") must stand once in " + key + ".");
                }
                read.add(value);
            }
            return read;
        }

        private Site site(JsonView view) {
            JsonView site = view.object("id", "name", "country", "timeZone", "activities");
            Optional<String> zone = site.optionalText("timeZone");
            if (zone.filter(name -> !ZONES.contains(name)).isPresent()) {
                site.refuse("/timeZone", "The timeZone must be a name of the IANA database, such as Asia/Tokyo.");
            }
            return new Site(
                    site.text("id"),
                    site.text("name"),
                    site.code("country", countries),
                    zone,
                    site.codes("activities", ACTIVITIES));
        }

        private static Profile profile(JsonView view) {
            JsonView profile = view.object("subSuppliers", "personalData");
            return new Profile(profile.optionalFlag("subSuppliers"), profile.optionalFlag("personalData"));
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

        private Register register(JsonView view) {
            JsonView register = view.object("kind", "completeUntil");
            return new Register(
                    Register.Kind.valueOf(register.code("kind", REGISTERS)), register.date("completeUntil"));
        }
    }
}
