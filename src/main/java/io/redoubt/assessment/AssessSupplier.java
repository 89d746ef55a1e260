package io.redoubt.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import io.redoubt.audit.AuditTrail;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.policy.ActiveMethodology;
import io.redoubt.policy.Methodology;
import io.redoubt.policy.Subject;
import io.redoubt.problem.ProblemType;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.Scale;
import io.redoubt.scoring.Deadline;
import io.redoubt.scoring.RatedExample;
import io.redoubt.scoring.Rater;
import io.redoubt.scoring.RatingOutcome;
import io.redoubt.scoring.files.FactsException;
import io.redoubt.scoring.files.FactsSnapshot;
import io.redoubt.scoring.files.OutcomeJson;
import io.redoubt.scoring.files.SupplierFactsReader;
import io.redoubt.shared.Points;
import io.redoubt.supplier.SupplierDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Rates suppliers: gathers what is known on a day, lets the methodology in force decide, and records facts, methodology
 * and outcome so that the act can be replayed.
 */
@ApplicationScoped
public class AssessSupplier {
    private static final Logger LOG = Logger.getLogger(AssessSupplier.class);

    private final SupplierDocuments documents;
    private final ActiveMethodology methodology;
    private final Assessments assessments;
    private final AuditTrail audit;
    private final Event<SupplierRated> told;
    private final Clock clock;

    AssessSupplier(
            SupplierDocuments documents,
            ActiveMethodology methodology,
            Assessments assessments,
            AuditTrail audit,
            Event<SupplierRated> told,
            Clock clock) {
        this.documents = documents;
        this.methodology = methodology;
        this.assessments = assessments;
        this.audit = audit;
        this.told = told;
        this.clock = clock;
    }

    /** One act of rating. */
    public record Act(UUID id, RatingOutcome outcome) {}

    /** For which day, for whom and why suppliers are rated. */
    public record Order(LocalDate asOf, String actor, Occasion occasion) {}

    /**
     * Rates suppliers together in one transaction.
     *
     * @param ids of suppliers; unknown ones are left out
     * @return in the order of ids
     */
    @Transactional(TxType.REQUIRED)
    public List<Act> assess(List<String> ids, LocalDate asOf, String actor) {
        return assess(ids, new Order(asOf, actor, Occasion.ASKED), methodology.get());
    }

    /**
     * The same under a methodology that was in force when longer work began. Where nobody asked for it and a rating comes
     * out as the latest one, that one is confirmed and no other is kept.
     * Where time or the methodology rates all, one that can't be read is left out and holds up no other.
     */
    @Transactional(TxType.REQUIRED)
    public List<Act> assess(List<String> ids, Order order, Methodology active) {
        // before the facts are read: of two acts at once the one that knew more is the later one
        Instant ratedAt = clock.instant();
        List<SupplierFacts> facts = gather(active, ids, order);
        Rater rater = rater(active, order.asOf());
        List<RatedExample> rated = rater.examples(facts);
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            SupplierFacts of = facts.get(i);
            RatingOutcome outcome = rated.get(i).outcome();
            List<Deadline> deadlines = rater.deadlines(of);
            Assessment made = made(active, of, outcome, order);
            made.ratedAt = ratedAt;
            made.standsUntil = rater.standsUntil(of, rated.get(i), deadlines);
            Kept kept = keep(made, of, outcome, active);
            acts.add(new Act(kept.id(), outcome));
            told.fire(new SupplierRated(of, order, kept.moved(), deadlines));
        }
        return acts;
    }

    private List<SupplierFacts> gather(Methodology active, List<String> ids, Order order) {
        SupplierFactsReader reader = new SupplierFactsReader(active.catalogue());
        List<SupplierFacts> facts = new ArrayList<>();
        for (JsonNode document :
                documents.on(order.asOf(), Optional.empty(), ids).values()) {
            try {
                facts.add(active.complete(reader.read(document), order.asOf()));
            } catch (FactsException e) {
                if (!order.occasion().isOfAll()) {
                    throw new IllegalStateException("The facts of " + document.path("id") + " must be readable.", e);
                }
                LOG.errorf(e, "%s can't be rated; the others are.", document.path("id"));
            }
        }
        return facts;
    }

    /** Refuses a day that the methodology in force can't rate for. */
    public void requireRateable(LocalDate asOf) {
        if (rater(methodology.get(), asOf).pack().rules().isEmpty()) {
            throw ProblemType.CONFLICT.because("The methodology in force has no active rule on " + asOf + ".");
        }
    }

    private static Rater rater(Methodology active, LocalDate asOf) {
        LocalDate first = active.pack().header().effectiveFrom();
        if (asOf.isBefore(first)) {
            throw ProblemType.INVALID.because("The day (" + asOf + ") must not lie before " + first
                    + ", the first day of the methodology in force.");
        }
        try {
            return active.rater(asOf);
        } catch (PackException e) {
            throw ProblemType.CONFLICT.because("The methodology can't rate for " + asOf + ": " + e.getMessage());
        }
    }

    private Assessment made(Methodology active, SupplierFacts facts, RatingOutcome outcome, Order order) {
        Assessment assessment = new Assessment();
        assessment.id = UUID.randomUUID();
        assessment.supplierId = facts.id();
        assessment.asOf = outcome.detail().asOf();
        assessment.ratedBy = order.actor();
        assessment.occasion = order.occasion();
        assessment.packHash = outcome.detail().packHash();
        assessment.factorsHash = active.hash(Subject.FACTORS);
        assessment.exploitedHash = active.hash(Subject.EXPLOITED);
        assessment.ownersHash = active.hash(Subject.OWNERS);
        assessment.semantics = outcome.detail().semantics();
        assessment.badge = outcome.badge();
        assessment.worst = outcome.detail().overall().worst().headline();
        assessment.best = outcome.detail().overall().couldBe();
        assessment.coveragePpm = outcome.detail().coverage().ppm();
        assessment.disputed = outcome.detail().disputed();
        assessment.outcome =
                OutcomeJson.write(outcome, active.pack(), active.data()).toString();
        return assessment;
    }

    /** The assessment that stands for a rating, and what it says other than the latest one before. */
    private record Kept(UUID id, Optional<Moved> moved) {}

    private Kept keep(Assessment made, SupplierFacts facts, RatingOutcome outcome, Methodology active) {
        FactsSnapshot snapshot = FactsSnapshot.of(facts);
        made.factsHash = snapshot.hash();
        Optional<UUID> confirmed = made.occasion == Occasion.ASKED ? Optional.empty() : assessments.confirm(made);
        if (confirmed.isPresent()) {
            return new Kept(confirmed.get(), Optional.empty());
        }
        Scale scale = active.pack().aggregation().scale();
        Assessments.Place place = Assessments.Place.of(
                outcome,
                scale.riskBeyond(Points.whole(made.worst), scale.safest()).ceiling(),
                LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        Optional<Assessments.Latest> before = assessments.latest(made.supplierId);
        boolean isLatest = assessments.keep(made, snapshot, place);
        audit.record(
                made.ratedBy,
                "rated",
                new AuditTrail.Subject("supplier", facts.id()),
                Map.of(
                        "assessment", made.id,
                        "badge", made.badge,
                        "packHash", made.packHash,
                        "occasion", made.occasion));
        return new Kept(
                made.id,
                before.filter(latest -> isLatest)
                        .map(latest -> Moved.between(latest.outcome(), made.outcome, latest.isBefore(place))));
    }
}
