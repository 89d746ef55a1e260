package io.redoubt.supplier;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.files.Problems;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.problem.ProblemType;
import io.redoubt.scoring.files.FactsException;
import io.redoubt.scoring.files.FutureDates;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Imports many suppliers in one transaction. A supplier that can't be taken in is refused by itself and named; the
 * others are recorded. A dry run does everything and takes it back.
 */
@ApplicationScoped
public class ImportSuppliers {
    /** Most suppliers in one import. */
    public static final int MAX_SUPPLIERS = 20_000;

    /** Time for the largest import on a slow machine; what holds for other requests is over too soon. */
    static final int LONGEST_SECONDS = 900;

    /** Few, because every query first looks through everything that is loaded for changes. */
    private static final int FLUSH_EVERY = 20;

    private final RecordFacts recordFacts;
    private final Suppliers suppliers;
    private final ActiveMethodology methodology;
    private final EntityManager entities;

    private final SupplierDocuments documents;
    private final Clock clock;

    ImportSuppliers(
            RecordFacts recordFacts,
            Suppliers suppliers,
            SupplierDocuments documents,
            ActiveMethodology methodology,
            EntityManager entities,
            Clock clock) {
        this.recordFacts = recordFacts;
        this.suppliers = suppliers;
        this.methodology = methodology;
        this.entities = entities;
        this.documents = documents;
        this.clock = clock;
    }

    /** What became of one supplier. */
    public enum Status {
        CREATED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /**
     * One supplier's result.
     *
     * @param row place in the import, from 1
     */
    public record Row(
            int row, String id, Status status, int added, int corrected, int retracted, List<Violation> violations) {
        public Row {
            violations = List.copyOf(violations);
        }
    }

    /** What an import did, or would do. */
    public record Result(boolean dryRun, int created, int changed, int unchanged, int refused, List<Row> rows) {
        public Result {
            rows = List.copyOf(rows);
        }
    }

    /** Records what the documents say. */
    @Transactional
    public Result run(List<JsonNode> documents, Others others, String actor) {
        return record(documents, others, actor, false);
    }

    /** Says what would be recorded, by recording it and taking it back. */
    public Result dryRun(List<JsonNode> documents, Others others, String actor) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(LONGEST_SECONDS));
        try {
            Result result = record(documents, others, actor, true);
            entities.flush();
            return result;
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private Result record(List<JsonNode> documents, Others others, String actor, boolean dryRun) {
        if (documents.size() > MAX_SUPPLIERS) {
            throw ProblemType.TOO_LARGE.because("An import must have at most " + MAX_SUPPLIERS + " suppliers.");
        }
        SupplierFactsReader reader = new SupplierFactsReader(methodology.get().catalogue());
        List<Row> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int number : inOrderOfIds(documents)) {
            rows.add(row(number, documents.get(number - 1), reader, seen, others, actor));
            if (rows.size() % FLUSH_EVERY == 0) {
                entities.flush();
                entities.clear();
            }
        }
        rows.sort(Comparator.comparingInt(Row::row));
        return new Result(
                dryRun,
                count(rows, Status.CREATED),
                count(rows, Status.CHANGED),
                count(rows, Status.UNCHANGED),
                count(rows, Status.REFUSED),
                rows);
    }

    /** Two imports that take suppliers in one order never wait for each other in a circle. */
    private static List<Integer> inOrderOfIds(List<JsonNode> documents) {
        return IntStream.rangeClosed(1, documents.size())
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer number) -> documents.get(number - 1).path("id").asText()))
                .toList();
    }

    private Row row(
            int number, JsonNode document, SupplierFactsReader reader, Set<String> seen, Others others, String actor) {
        try {
            SupplierFacts facts = reader.read(completed(document, others));
            new FutureDates(LocalDate.now(clock.withZone(ZoneOffset.UTC))).check(facts);
            if (!seen.add(facts.id())) {
                throw new FactsException(List.of(
                        new Violation("/id", "The supplier (" + facts.id() + ") must stand in the import once.")));
            }
            RecordFacts.Change change = recordFacts.record(facts, others, actor);
            Status status = change.created() ? Status.CREATED : change.isNothing() ? Status.UNCHANGED : Status.CHANGED;
            return new Row(
                    number, facts.id(), status, change.added(), change.corrected(), change.retracted(), List.of());
        } catch (FactsException e) {
            return new Row(number, document.path("id").asText(), Status.REFUSED, 0, 0, 0, e.violations());
        }
    }

    /** Takes the supplier's lock with the first look at it: what is looked at before could be old by then. */
    private JsonNode completed(JsonNode document, Others others) throws FactsException {
        boolean existing = SupplierFactsReader.isId(document.path("id").asText())
                && suppliers
                        .findByIdOptional(document.path("id").asText(), LockModeType.PESSIMISTIC_WRITE)
                        .isPresent();
        if (!existing && document.isObject() && !document.has("name")) {
            throw new FactsException(List.of(new Violation(
                    "/id",
                    "The supplier (" + Problems.shown(document.path("id").asText())
                            + ") must exist, or be given a name.\nMaybe the id is misspelt.")));
        }
        return existing && others == Others.KEEP ? documents.completed(document) : document;
    }

    private static int count(List<Row> rows, Status status) {
        return (int) rows.stream().filter(row -> row.status() == status).count();
    }
}
