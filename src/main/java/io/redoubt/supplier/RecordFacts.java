package io.redoubt.supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redoubt.audit.AuditTrail;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.scoring.files.FactsException;
import io.redoubt.scoring.files.SupplierFactsJson;
import io.redoubt.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records what is known about a supplier. The same fact again changes nothing; a different one supersedes what it
 * corrects, or, where the fact has changed in the world, begins on its own day and leaves the earlier one standing.
 */
@ApplicationScoped
public class RecordFacts {
    private static final String ATTRIBUTED = "ATTRIBUTED";

    private final Suppliers suppliers;
    private final Facts facts;
    private final PendingRatings pendingRatings;
    private final AuditTrail audit;
    private final Clock clock;

    RecordFacts(Suppliers suppliers, Facts facts, PendingRatings pendingRatings, AuditTrail audit, Clock clock) {
        this.suppliers = suppliers;
        this.facts = facts;
        this.pendingRatings = pendingRatings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param created whether the supplier is new
     */
    public record Change(boolean created, int added, int corrected, int unchanged, int retracted) {
        public boolean isNothing() {
            return !created && added + corrected + retracted == 0;
        }
    }

    /** One document being recorded. */
    private final class Recording {
        private final String supplier;
        private final String actor;
        private final Instant now = clock.instant();
        private final FactIds ids = new FactIds(facts.getEntityManager());
        private final Map<List<Object>, List<Fact>> known = new HashMap<>();
        private final Set<List<Object>> named = new HashSet<>();
        private final List<Fact> successors = new ArrayList<>();
        private int added;
        private int corrected;
        private int unchanged;

        Recording(String supplier, String actor) {
            this.supplier = supplier;
            this.actor = actor;
            facts.current(List.of(supplier))
                    .forEach(fact -> known.computeIfAbsent(List.of(fact.kind, fact.key), k -> new ArrayList<>())
                            .add(fact));
        }

        void record(FactKind kind, JsonNode body) {
            List<Fact> same = known.getOrDefault(List.of(kind, kind.key(body)), List.of());
            named.add(List.of(kind, kind.key(body)));
            Optional<Fact> latest = same.isEmpty() ? Optional.empty() : Optional.of(same.get(same.size() - 1));
            LocalDate validFrom = kind.validFrom(body)
                    .orElseGet(() -> latest.isEmpty() ? FactKind.ALWAYS : LocalDate.ofInstant(now, ZoneOffset.UTC));
            Optional<Fact> replaced = same.stream()
                    .filter(fact -> !kind.isVersioned() || fact.validFrom.equals(validFrom))
                    .findFirst();
            Optional<Fact> equal = (kind.validFrom(body).isPresent() ? replaced : latest)
                    .filter(fact -> SupplierDocuments.parse(fact.body).equals(body));
            if (equal.isPresent()) {
                unchanged++;
                return;
            }
            replaced.ifPresentOrElse(
                    fact -> {
                        fact.supersede(actor, now);
                        corrected++;
                    },
                    () -> added++);
            successors.add(successor(kind, body, validFrom));
        }

        private Fact successor(FactKind kind, JsonNode body, LocalDate validFrom) {
            Fact fact = new Fact();
            fact.id = ids.next();
            fact.supplierId = supplier;
            fact.kind = kind;
            fact.key = kind.key(body);
            fact.validFrom = validFrom;
            fact.body = body.toString();
            fact.recordedAt = now;
            fact.recordedBy = actor;
            return fact;
        }

        /**
         * What is superseded goes first, for there is one current fact for each key and day; once for all of them, because
         * each flush looks through everything that is loaded.
         */
        void keep() {
            if (corrected > 0) {
                facts.flush();
            }
            facts.persist(successors);
        }

        /** A single fact whose new body leaves something out keeps it. */
        JsonNode merged(FactKind kind, JsonNode body) {
            List<Fact> same = known.getOrDefault(List.of(kind, ""), List.of());
            if (same.isEmpty()) {
                return body;
            }
            ObjectNode merged = (ObjectNode) SupplierDocuments.parse(same.get(same.size() - 1).body);
            body.properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
            return merged;
        }

        /** An attributed leak was found by two reviewers after the supplier was heard: it is not taken back in passing. */
        void guardAttributedLeaks(JsonNode canaries, Others others) throws FactsException {
            Map<String, String> named = new HashMap<>();
            canaries.forEach(
                    c -> named.put(c.path("id").asText(), c.path("outcome").asText()));
            for (List<Fact> facts : known.values()) {
                for (Fact fact : facts) {
                    boolean attributed = fact.kind == FactKind.CANARIES
                            && SupplierDocuments.parse(fact.body)
                                    .path("outcome")
                                    .asText()
                                    .equals(ATTRIBUTED);
                    String now = named.getOrDefault(fact.key, others == Others.KEEP ? ATTRIBUTED : "");
                    if (attributed && !now.equals(ATTRIBUTED)) {
                        throw new FactsException(List.of(new Violation(
                                "/canaries",
                                "The attributed leak (" + fact.key
                                        + ") must not be taken back here.\nMaybe the supplier"
                                        + " disputes it: then open a dispute.")));
                    }
                }
            }
        }

        /** A fact that begins on a day to come stands in no document of today, so leaving it out says nothing. */
        int retractOthers() {
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            List<Fact> others = known.entrySet().stream()
                    .filter(entry -> !named.contains(entry.getKey()))
                    .flatMap(entry -> entry.getValue().stream())
                    .filter(fact -> !fact.validFrom.isAfter(today))
                    .toList();
            others.forEach(fact -> fact.supersede(actor, now));
            return others.size();
        }
    }

    /** Records a supplier's facts; the supplier is created where it is new. */
    @Transactional(TxType.MANDATORY)
    public Change record(SupplierFacts document, Others others, String actor) throws FactsException {
        boolean created = create(document, actor);
        Supplier supplier = suppliers
                .findByIdOptional(document.id(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow();
        Recording recording = new Recording(supplier.id, actor);
        ObjectNode lists = SupplierFactsJson.document(document);
        recording.guardAttributedLeaks(lists.path(FactKind.CANARIES.list()), others);
        boolean renamed = !supplier.name.equals(document.name());
        supplier.name = document.name();
        for (FactKind kind : FactKind.values()) {
            JsonNode value = lists.path(kind.list());
            if (kind.isSingle() && value.isObject()) {
                recording.record(kind, others == Others.KEEP ? recording.merged(kind, value) : value);
            } else {
                value.forEach(body -> recording.record(kind, body));
            }
        }
        recording.keep();
        int retracted = others == Others.RETRACT ? recording.retractOthers() : 0;
        Change change = new Change(
                created, recording.added, recording.corrected + (renamed ? 1 : 0), recording.unchanged, retracted);
        if (!change.isNothing()) {
            if (!renamed && !created) {
                suppliers.getEntityManager().lock(supplier, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
            }
            pendingRatings.note(supplier.id);
            audit.record(
                    actor,
                    change.created() ? "created" : "changed",
                    new AuditTrail.Subject("supplier", supplier.id),
                    Map.of(
                            "added", change.added(),
                            "corrected", change.corrected(),
                            "retracted", change.retracted()));
        }
        return change;
    }

    /** Creates the supplier unless it is there; of two at once the second waits, and then finds it. */
    private boolean create(SupplierFacts document, String actor) {
        return suppliers
                        .getEntityManager()
                        .createNativeQuery(
                                "insert into supplier values (:id, :name, 0, :now, :actor)" + " on conflict do nothing")
                        .setParameter("id", document.id())
                        .setParameter("name", document.name())
                        .setParameter("now", clock.instant())
                        .setParameter("actor", actor)
                        .executeUpdate()
                == 1;
    }
}
