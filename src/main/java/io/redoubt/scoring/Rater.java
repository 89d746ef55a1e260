package io.redoubt.scoring;

import io.redoubt.rulepack.Band;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.rulepack.Thresholds;
import io.redoubt.scoring.RatingOutcome.Disqualified;
import io.redoubt.scoring.RatingOutcome.Rated;
import io.redoubt.scoring.RatingOutcome.Unrated;
import io.redoubt.shared.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rates suppliers under one pack for one day: a pure function from dated facts to an explained outcome.
 *
 * <p>Every missing fact leaves a gap between a worst and a best end. Three figures stand side by side: control risk,
 * location exposure of the worst site, and overall = (1 − s) × control + s × location with the pack's share s. The
 * band is that of the overall figure's worst end. Too little coverage, or too much declared not applicable, and there
 * is no rating. A knock-out never bends a number; one that certainly bars every class of work disqualifies.
 */
public final class Rater {
    /** Version of the arithmetic; an outcome names it, and a change of meaning must change it. */
    public static final String SEMANTICS = "1";

    private final EffectivePack pack;
    private final FactDerivation derivation;
    private final RuleEvaluator evaluator;
    private final Hits hits;
    private final Coverage coverage;

    /** @param evaluator of the same pack's rules */
    public Rater(EffectivePack pack, FactCatalogue catalogue, RuleEvaluator evaluator) {
        this.pack = pack;
        this.derivation = new FactDerivation(catalogue, PackInputs.of(pack, catalogue));
        this.evaluator = evaluator;
        this.hits = new Hits(pack);
        FactSet nothing = derivation.nothingKnown();
        evaluator.evaluate(List.of(nothing));
        this.coverage =
                new Coverage(domains(Domain.Figure.CONTROL), hits.of(nothing).contributions());
    }

    /** The pack and the day that outcomes are for. */
    public EffectivePack pack() {
        return pack;
    }

    /** Rates one supplier. */
    public RatingOutcome rate(SupplierFacts facts) {
        return rateAll(List.of(facts)).get(0);
    }

    /** Rates suppliers together, which is faster than one by one and gives the same; in the order given. */
    public List<RatingOutcome> rateAll(List<SupplierFacts> batch) {
        List<FactSet> sets = batch.stream()
                .map(facts -> derivation.derive(facts, pack.day()))
                .toList();
        evaluator.evaluate(sets);
        List<RatingOutcome> outcomes = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            outcomes.add(judge(batch.get(i), sets.get(i)));
        }
        return outcomes;
    }

    /** Why each rule fires or does not, for people: see {@link RuleExplanation}. */
    public List<RuleExplanation> explain(SupplierFacts facts) {
        FactSet set = derivation.derive(facts, pack.day());
        return pack.rules().stream().map(rule -> RuleExplanation.of(rule, set)).toList();
    }

    private RatingOutcome judge(SupplierFacts facts, FactSet set) {
        Hits.Effects effects = hits.of(set);
        List<Contribution> contributions = effects.contributions();
        Thresholds thresholds = pack.pack().thresholds();
        Figure control = FigureArithmetic.of(
                domains(Domain.Figure.CONTROL), contributions, Optional.of(thresholds.floorAllowance()));
        SortedMap<String, Figure> sites = sites(set, contributions);
        Figure location = FigureArithmetic.worstOf(List.copyOf(sites.values()));
        Figure overall = FigureArithmetic.overall(control, location, thresholds.locationShare());
        Coverage.Result covered = coverage.of(contributions, Coverage.excused(set));
        List<String> gaps = gaps(covered, thresholds);
        Clearances clearances = new Clearances(
                effects.knockOuts(),
                waivers(facts),
                band(overall.worst()),
                band(overall.best()),
                gaps.isEmpty(),
                pack.day());
        RulePack.Header header = pack.pack().header();
        RatingDetail detail = new RatingDetail(
                facts.id(),
                pack.day(),
                header.id(),
                header.version(),
                pack.packHash(),
                SEMANTICS,
                control,
                sites,
                location,
                overall,
                covered.total(),
                covered.byDomain(),
                contributions,
                clearances.decide(),
                contractGaps(facts),
                engagements(facts, control, sites),
                disputed(facts));
        List<String> disqualifying = clearances.disqualifying();
        if (!disqualifying.isEmpty()) {
            return new Disqualified(detail, disqualifying);
        }
        return gaps.isEmpty() ? new Rated(detail, band(overall.worst())) : new Unrated(detail, gaps);
    }

    private SortedMap<String, Figure> sites(FactSet set, List<Contribution> contributions) {
        SortedMap<String, Figure> figures = new TreeMap<>();
        for (FactRow row : set.rows()) {
            if (row.type() == io.redoubt.rulepack.FactType.SITE) {
                List<Contribution> here = contributions.stream()
                        .filter(c -> c.site().equals(row.key()))
                        .toList();
                figures.put(row.key(), FigureArithmetic.of(domains(Domain.Figure.LOCATION), here, Optional.empty()));
            }
        }
        return figures;
    }

    private static List<String> gaps(Coverage.Result covered, Thresholds thresholds) {
        List<String> gaps = new ArrayList<>();
        if (covered.total().compareTo(thresholds.coverageFloor()) < 0) {
            gaps.add("Coverage is " + covered.total() + "; at least " + thresholds.coverageFloor() + " is needed.");
        }
        for (Map.Entry<String, Share> domain : covered.notApplicable().entrySet()) {
            if (domain.getValue().compareTo(thresholds.notApplicableLimit()) > 0) {
                gaps.add("In " + domain.getKey() + ", " + domain.getValue() + " is said not to apply; at most "
                        + thresholds.notApplicableLimit() + " may be.");
            }
        }
        return gaps;
    }

    /** The band of an end's exact points, so that the two ends of a figure that is fully known share one. */
    private Band band(Waterfall end) {
        return pack.pack().bands().stream()
                .filter(band -> end.exact().ceiling() <= band.upTo())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The bands must cover 0 to 100."));
    }

    /** Clauses of the register that are missing or were never looked at; refused ones are the supplier's doing. */
    private static List<String> contractGaps(SupplierFacts facts) {
        Map<String, String> standing = facts.clauses().stream()
                .collect(Collectors.toMap(SupplierFacts.Clause::clause, SupplierFacts.Clause::standing));
        return StandardFields.CLAUSES.codes().stream()
                .filter(clause -> standing.getOrDefault(clause, "MISSING").equals("MISSING"))
                .toList();
    }

    private SortedMap<String, EngagementRisk> engagements(
            SupplierFacts facts, Figure control, SortedMap<String, Figure> sites) {
        SortedMap<String, EngagementRisk> risks = new TreeMap<>();
        for (Engagement engagement : facts.engagements()) {
            Figure location = sites.get(engagement.site());
            if (engagement.runsOn(pack.day())
                    && location != null
                    && !pack.pack().engagement().isEmpty()) {
                risks.put(
                        engagement.id(),
                        EngagementRisk.of(engagement, pack.pack().engagement(), control, location));
            }
        }
        return risks;
    }

    /** A waiver for an engagement ends with it. */
    private List<SupplierFacts.Waiver> waivers(SupplierFacts facts) {
        return facts.waivers().stream()
                .filter(waiver -> waiver.engagement().isEmpty()
                        || facts.engagements().stream()
                                .anyMatch(e -> waiver.engagement().get().equals(e.id()) && e.runsOn(pack.day())))
                .toList();
    }

    private boolean disputed(SupplierFacts facts) {
        return facts.disputes().stream()
                .anyMatch(d -> !d.openedOn().isAfter(pack.day())
                        && d.closedOn().filter(c -> !c.isAfter(pack.day())).isEmpty());
    }

    private List<Domain> domains(Domain.Figure figure) {
        return pack.pack().domains().stream().filter(d -> d.figure() == figure).toList();
    }
}
