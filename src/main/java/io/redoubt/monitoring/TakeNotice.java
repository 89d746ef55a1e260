package io.redoubt.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.audit.AuditTrail;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.shared.Violation;
import io.redoubt.supplier.ImportSuppliers;
import io.redoubt.supplier.Others;
import io.redoubt.supplier.SupplierDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Takes in what others tell of suppliers. What bears on the rating is recorded as a fact, so that it rates from now on: a
 * change of hands as an incident that nobody has resolved, the state of a certificate at the certificate. The same notice
 * again changes nothing.
 */
@ApplicationScoped
class TakeNotice {
    private final EntityManager entities;
    private final SupplierDocuments documents;
    private final ImportSuppliers importSuppliers;
    private final ActiveMethodology methodology;
    private final RaiseAlerts raiseAlerts;
    private final AuditTrail audit;
    private final Clock clock;

    TakeNotice(
            EntityManager entities,
            SupplierDocuments documents,
            ImportSuppliers importSuppliers,
            ActiveMethodology methodology,
            RaiseAlerts raiseAlerts,
            AuditTrail audit,
            Clock clock) {
        this.entities = entities;
        this.documents = documents;
        this.importSuppliers = importSuppliers;
        this.methodology = methodology;
        this.raiseAlerts = raiseAlerts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a notice. */
    enum Status {
        TAKEN,
        KNOWN,
        REFUSED
    }

    /** @param violations why it was refused; else none */
    record Result(Status status, List<Violation> violations) {
        private static Result refused(String pointer, String message) {
            return new Result(Status.REFUSED, List.of(new Violation(pointer, message)));
        }
    }

    /** Lets nobody else change suppliers until the transaction ends; in one order, so that two who do never wait in a circle. */
    @Transactional(TxType.MANDATORY)
    void lock(Collection<String> suppliers) {
        entities.createNativeQuery("select id from supplier where id in (:ids) order by id for update")
                .setParameter("ids", suppliers)
                .getResultList();
    }

    @Transactional(TxType.MANDATORY)
    Result take(Map<String, String> fields, String actor) {
        Notice.Read read = Notice.of(fields, today());
        if (read.notice().isEmpty()) {
            return new Result(Status.REFUSED, read.violations());
        }
        Notice notice = read.notice().get();
        Optional<ObjectNode> supplier = notice.supplier()
                .flatMap(id -> Optional.ofNullable(
                        documents.on(today(), Optional.empty(), List.of(id)).get(id)));
        if (notice.supplier().isPresent() && supplier.isEmpty()) {
            return Result.refused(
                    "/supplier", "The supplier (" + notice.supplier().get() + ") must exist.");
        }
        if (notice.country()
                .filter(country ->
                        !methodology.get().jurisdictions().countryCodes().contains(country))
                .isPresent()) {
            return Result.refused("/country", "The country must be an ISO 3166-1 alpha-3 code, such as DEU.");
        }
        Optional<Boolean> known = known(notice);
        if (known.isPresent()) {
            return known.get()
                    ? new Result(Status.KNOWN, List.of())
                    : Result.refused(
                            "/reference",
                            "The reference (" + notice.reference()
                                    + ") must be new; the source told something else under it.");
        }
        List<Violation> violations =
                supplier.map(document -> record(notice, document, actor)).orElse(List.of());
        if (!violations.isEmpty()) {
            return new Result(Status.REFUSED, violations);
        }
        keep(notice, actor);
        raiseAlerts.raise(new Signal(
                notice.kind(),
                notice.supplier(),
                notice.subject(),
                countries(notice, supplier),
                Optional.empty(),
                notice.told()));
        return new Result(Status.TAKEN, List.of());
    }

    private static Set<String> countries(Notice notice, Optional<ObjectNode> supplier) {
        Set<String> countries = new HashSet<>();
        notice.country().ifPresent(countries::add);
        supplier.ifPresent(document -> document.path("sites")
                .forEach(site -> countries.add(site.path("country").asText())));
        return countries;
    }

    /** Whether the source told it before: the same, or something else; empty where it did not. */
    private Optional<Boolean> known(Notice notice) {
        List<?> same = entities.createNativeQuery(
                        "select kind = :kind and coalesce(supplier_id, country) = :about and subject ="
                                + " :subject and occurred_on = :on and coalesce(value_before, '') = :before and"
                                + " coalesce(value_after, '') = :after from notice where source = :source and reference = :reference")
                .setParameter("kind", notice.kind().name())
                .setParameter("about", notice.about())
                .setParameter("subject", notice.subject())
                .setParameter("on", notice.occurredOn())
                .setParameter("before", notice.before().orElse(""))
                .setParameter("after", notice.after().orElse(""))
                .setParameter("source", notice.source())
                .setParameter("reference", notice.reference())
                .getResultList();
        return same.stream().map(Boolean.class::cast).findFirst();
    }

    private void keep(Notice notice, String actor) {
        entities.createNativeQuery(
                        "insert into notice (kind, supplier_id, country, subject, occurred_on, source, reference,"
                                + " value_before, value_after, received_at, received_by) values (:kind, :supplier, :country, :subject, :on, :source,"
                                + " :reference, :before, :after, :now, :actor)")
                .setParameter("kind", notice.kind().name())
                .setParameter("supplier", notice.supplier().orElse(null))
                .setParameter("country", notice.country().orElse(null))
                .setParameter("subject", notice.subject())
                .setParameter("on", notice.occurredOn())
                .setParameter("source", notice.source())
                .setParameter("reference", notice.reference())
                .setParameter("before", notice.before().orElse(null))
                .setParameter("after", notice.after().orElse(null))
                .setParameter("now", Timestamp.from(clock.instant()))
                .setParameter("actor", actor)
                .executeUpdate();
        audit.record(
                actor,
                "noticed",
                new AuditTrail.Subject(notice.supplier().isPresent() ? "supplier" : "country", notice.about()),
                Map.of("kind", notice.kind(), "source", notice.source(), "reference", notice.reference()));
    }

    private List<Violation> record(Notice notice, ObjectNode document, String actor) {
        ObjectNode facts = JsonNodeFactory.instance
                .objectNode()
                .put("id", document.path("id").asText());
        switch (notice.kind()) {
            case HSM_VENDOR_CHANGE, SIGNING_PROVIDER_CHANGE, OWNER_CHANGE ->
                facts.putArray("incidents").add(incident(notice));
            case CERTIFICATE_STATUS -> {
                Optional<JsonNode> certificate = StreamSupport.stream(
                                document.path("certifications").spliterator(), false)
                        .filter(one -> one.path("id").asText().equals(notice.subject()))
                        .findFirst();
                if (certificate.isEmpty()) {
                    return List.of(new Violation(
                            "/subject",
                            "The subject (" + notice.subject() + ") must be the id of a certificate of the supplier."));
                }
                if (certificate.get().has("withdrawnOn") && !notice.after().equals(Optional.of("WITHDRAWN"))) {
                    return List.of(new Violation(
                            "/after",
                            "The certificate (" + notice.subject()
                                    + ") must stay withdrawn; a new one gets an id of its own."));
                }
                facts.putArray("certifications").add(changed(certificate.get().deepCopy(), notice));
            }
            default -> {
                return List.of();
            }
        }
        return importSuppliers
                .run(List.of(facts), Others.KEEP, actor)
                .rows()
                .get(0)
                .violations();
    }

    /** One change is one incident, however many tell it. */
    private static ObjectNode incident(Notice notice) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", notice.kind() + " " + notice.subject())
                .put("kind", notice.kind().name())
                .put("severity", "MAJOR")
                .put("occurredOn", notice.occurredOn().toString());
    }

    private static ObjectNode changed(ObjectNode certificate, Notice notice) {
        switch (notice.after().orElseThrow()) {
            case "SUSPENDED" ->
                certificate.put("suspendedFrom", notice.occurredOn().toString());
            case "WITHDRAWN" ->
                certificate.put("withdrawnOn", notice.occurredOn().toString());
            default -> certificate.remove("suspendedFrom");
        }
        return certificate;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
