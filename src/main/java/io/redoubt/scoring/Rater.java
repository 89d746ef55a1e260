package io.redoubt.scoring;

import io.redoubt.facts.Clause;
import io.redoubt.facts.Engagement;
import io.redoubt.facts.SupplierFacts;
import io.redoubt.facts.Waiver;
import io.redoubt.rulepack.Band;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.FactCatalogue;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.rulepack.Thresholds;
import io.redoubt.scoring.RatingOutcome.Disqualified;
import io.redoubt.scoring.RatingOutcome.Rated;
import io.redoubt.scoring.RatingOutcome.Unrated;
import io.redoubt.shared.Points;
import io.redoubt.shared.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rates suppliers under one pack for one day: a pure function from dated facts to an explained outcome.
 *
 * <p>Every missing fact leaves a gap between a worst and a best end. Three figures stand side by side: control risk,
 * location exposure of the worst site, and overall = (1 − s) × control + s × location with the pack's share s, added up
 * as the pack declares. The band is that of the overall figure's worst end. Too little coverage, or too much declared
 * not applicable in a domain, and there is no rating; a domain that does not apply at all leaves. A knock-out never
 * bends a number; one that certainly bars every class of work disqualifies.
 */
public final class Rater {
    /** Version of the arithmetic; an outcome names it, and a change of meaning must change it. */
    public static final String SEMANTICS = "1";

    private final EffectivePack pack;
    private final LocalDate asOf;
    private final PackInputs inputs;
    private final FactDerivation derivation;
    private final RuleEvaluator evaluator;
    private final Hits hits;
    private final FigureArithmetic arithmetic;
    private final Coverage coverage;
    private final Applicability applicability;
    private final ReasonRanking reasons;
    private final Sensitivity sensitivity;
    private final StandsUntil standsUntil;
    /** Contributions of a supplier of which nothing is known. */
    private final List<Contribution> nothingKnown;

    /** @param evaluator of the same pack's rules */
    public Rater(EffectivePack pack, FactCatalogue catalogue, RuleEvaluator evaluator) {
        this.pack = pack;
        this.asOf = pack.day();
        this.inputs = PackInputs.of(pack, catalogue);
        this.derivation = new FactDerivation(catalogue, inputs);
        this.evaluator = evaluator;
        this.hits = new Hits(pack);
        FactSet nothing = derivation.nothingKnown();
        evaluator.evaluate(List.of(nothing));
        RulePack written = pack.pack();
        this.nothingKnown = hits.of(nothing).contributions();
        this.arithmetic = new FigureArithmetic(written.aggregation());
        this.coverage = new Coverage(
                written.domains(Domain.Figure.CONTROL),
                nothingKnown,
                written.aggregation().isRatio());
        this.applicability = new Applicability(pack, nothingKnown, new BestAnswers(pack, catalogue, evaluator));
        this.reasons = new ReasonRanking(pack, nothingKnown);
        this.sensitivity = new Sensitivity(written);
        this.standsUntil = new StandsUntil(pack);
    }

    private Rater(Rater like, EffectivePack pack, LocalDate asOf) {
        this.pack = pack;
        this.asOf = asOf;
        this.inputs = like.inputs;
        this.derivation = like.derivation;
        this.evaluator = like.evaluator;
        this.hits = like.hits;
        this.arithmetic = like.arithmetic;
        this.coverage = like.coverage;
        this.applicability = like.applicability;
        this.reasons = like.reasons;
        this.sensitivity = like.sensitivity;
        this.standsUntil = like.standsUntil;
        this.nothingKnown = like.nothingKnown;
    }

    /** The same rules, with the values of their own day, judging what is known on another day. */
    Rater judging(LocalDate asOf) {
        return new Rater(this, pack, asOf);
    }

    /** The same for another day, to be asked for only where all values of the pack are the same on it. */
    public Rater on(LocalDate day) {
        return new Rater(this, new EffectivePack(pack.pack(), pack.packHash(), day, pack.rules()), day);
    }

    LocalDate asOf() {
        return asOf;
    }

    /** The pack and the day whose values it has. */
    public EffectivePack pack() {
        return pack;
    }

    /** Rates one supplier. */
    public RatingOutcome rate(SupplierFacts facts) {
        return rateAll(List.of(facts)).get(0);
    }

    /** Rates suppliers together, which is faster than one by one and gives the same; in the order given. */
    public List<RatingOutcome> rateAll(List<SupplierFacts> batch) {
        return examples(batch).stream().map(RatedExample::outcome).toList();
    }

    /** Rates as {@link #rateAll} does, and keeps what rules see of the facts for whoever asks more of them. */
    public List<RatedExample> examples(List<SupplierFacts> batch) {
        List<FactSet> sets = batch.stream().map(this::derive).toList();
        evaluator.evaluate(sets);
        List<RatedExample> examples = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            examples.add(new RatedExample(pack, judge(batch.get(i), sets.get(i)), sets.get(i)));
        }
        return examples;
    }

    /** What of the facts ends by itself or is due, whether it has or not: each an input to a rating on the day after. */
    public List<Deadline> deadlines(SupplierFacts facts) {
        return derivation.deadlines(facts, asOf);
    }

    /**
     * The last day through which the rating of these facts certainly stays as it is, and nothing of them is to be told, as
     * long as every value of the pack does; the rater's own day where the next may be another.
     *
     * @param rated what the facts came to
     * @param deadlines of the facts
     */
    public LocalDate standsUntil(SupplierFacts facts, RatedExample rated, List<Deadline> deadlines) {
        return standsUntil.of(facts, rated.facts(), deadlines, asOf);
    }

    FactSet derive(SupplierFacts facts) {
        return derivation.derive(facts, asOf);
    }

    /** Whether the other one makes the same rows of the same facts. */
    boolean derivesLike(Rater other) {
        return asOf.equals(other.asOf) && inputs.derivesLike(other.inputs);
    }

    /**
     * Whether the other one comes to the same outcome wherever the same rules act on the same rows: nothing but what rules
     * ask differs. Weights, bands, thresholds and what a supplier of which nothing is known would get are the same.
     */
    boolean judgesLike(Rater other) {
        RulePack mine = pack.pack();
        RulePack others = other.pack.pack();
        return derivesLike(other)
                && mine.thresholds().equals(others.thresholds())
                && mine.domains().equals(others.domains())
                && mine.bands().equals(others.bands())
                && mine.engagement().equals(others.engagement())
                && mine.aggregation().equals(others.aggregation())
                && hits.actLike(other.hits)
                && nothingKnown.equals(other.nothingKnown)
                && applicability.judgesLike(other.applicability);
    }

    /** Why each rule fires or does not, for people: see {@link RuleExplanation}. */
    public List<RuleExplanation> explain(SupplierFacts facts) {
        FactSet set = derive(facts);
        return pack.rules().stream().map(rule -> RuleExplanation.of(rule, set)).toList();
    }

    /** @param set of these facts, with its trail */
    RatingOutcome judge(SupplierFacts facts, FactSet set) {
        Hits.Effects effects = hits.of(set);
        Applicability.Result applies = applicability.of(set, effects.contributions());
        ControlRisk risk = new ControlRisk(pack, applicability, applies);
        Figure control = risk.figure();
        Location location = location(set, applies.contributions());
        Figure overall = overall(control, location);
        Coverage.Result covered = coverage.of(applies.contributions(), applies.excused(), applies.left());
        List<String> gaps = gaps(covered, applies);
        Band band = pack.pack().band(overall.worst().exact());
        Band best = pack.pack().band(overall.best().exact());
        Clearances clearances = new Clearances(
                effects.knockOuts(),
                waivers(facts),
                pack.pack().bands(),
                band,
                best,
                seen -> isNoSafer(seen, overall),
                gaps.isEmpty(),
                asOf,
                Optional.empty());
        List<String> disqualifying = clearances.disqualifying();
        boolean rated = disqualifying.isEmpty() && gaps.isEmpty();
        RatingDetail detail = detail(
                new Judged(facts, applies, risk, control, location, overall, covered, rated, band),
                clearances,
                disqualifying.isEmpty());
        if (!disqualifying.isEmpty()) {
            return new Disqualified(detail, disqualifying);
        }
        return rated ? new Rated(detail, band) : new Unrated(detail, gaps);
    }

    /**
     * What the steps of a judgement came to.
     *
     * @param rated whether the band holds
     */
    private record Judged(
            SupplierFacts facts,
            Applicability.Result applies,
            ControlRisk risk,
            Figure control,
            Location location,
            Figure overall,
            Coverage.Result covered,
            boolean rated,
            Band band) {}

    private RatingDetail detail(Judged judged, Clearances clearances, boolean qualified) {
        RulePack.Header header = pack.pack().header();
        Applicability.Result applies = judged.applies();
        String withoutBand = qualified ? "UNRATED" : "DISQUALIFIED";
        return new RatingDetail(
                judged.facts().id(),
                asOf,
                header.id(),
                header.version(),
                pack.packHash(),
                SEMANTICS,
                judged.control(),
                judged.location().sites(),
                judged.location().worst(),
                judged.overall(),
                judged.covered().total(),
                judged.covered().byDomain(),
                applies.contributions(),
                clearances.decide(),
                contractGaps(judged.facts()),
                engagements(judged, clearances),
                judged.risk().domains(),
                new TreeSet<>(applies.left()),
                reasons.of(applies.contributions(), applies.excused()),
                alternatives(judged.risk(), judged.location(), judged.rated() ? "" : withoutBand),
                judged.rated()
                        ? sensitivity.of(judged.risk(), judged.location().judged(), judged.band())
                        : Optional.empty(),
                disputed(judged.facts()));
    }

    /**
     * Exposure of the sites.
     *
     * @param sites empty where the pack judges no location
     */
    private record Location(SortedMap<String, Figure> sites, Figure worst) {
        Optional<Points> judged() {
            return sites.isEmpty()
                    ? Optional.empty()
                    : Optional.of(worst.worst().exact());
        }
    }

    private Location location(FactSet set, List<Contribution> contributions) {
        SortedMap<String, Figure> figures = new TreeMap<>();
        List<Domain> domains = pack.pack().domains(Domain.Figure.LOCATION);
        if (domains.isEmpty()) {
            return new Location(figures, Figure.NONE);
        }
        Map<String, Points> most = domains.stream()
                .collect(Collectors.toMap(Domain::id, domain -> applicability.most(domain.id(), Set.of())));
        for (FactRow row : set.rows()) {
            if (row.type() == FactType.SITE) {
                List<Contribution> here = contributions.stream()
                        .filter(c -> c.site().equals(row.key()))
                        .toList();
                figures.put(row.key(), arithmetic.of(new Entries(domains, here, most), Optional.empty()));
            }
        }
        return new Location(figures, arithmetic.worstOf(List.copyOf(figures.values())));
    }

    private Figure overall(Figure control, Location location) {
        return location.sites().isEmpty()
                ? control
                : arithmetic.overall(
                        control, location.worst(), pack.pack().thresholds().locationShare());
    }

    /** @param badge of a supplier without a band; empty where it has one */
    private List<Alternative> alternatives(ControlRisk control, Location location, String badge) {
        return pack.pack().weighting().sets().stream()
                .map(set -> {
                    Figure overall = overall(control.under(set.weights()), location);
                    String band = pack.pack().band(overall.worst().exact()).id();
                    return new Alternative(set.id(), overall, badge.isEmpty() ? band : badge);
                })
                .toList();
    }

    private List<String> gaps(Coverage.Result covered, Applicability.Result applies) {
        Thresholds thresholds = pack.pack().thresholds();
        List<String> gaps = new ArrayList<>();
        if (applies.left().size() == pack.pack().domains(Domain.Figure.CONTROL).size()) {
            gaps.add("No control domain applies to the supplier.");
        }
        if (covered.total().compareTo(thresholds.coverageFloor()) < 0) {
            gaps.add("Coverage is " + covered.total() + "; at least " + thresholds.coverageFloor() + " is needed.");
        }
        for (Map.Entry<String, Share> domain : covered.notApplicable().entrySet()) {
            boolean over = domain.getValue().compareTo(thresholds.notApplicableLimit()) > 0;
            if (over && !applies.left().contains(domain.getKey())) {
                gaps.add("In " + domain.getKey() + ", " + domain.getValue() + " is said not to apply; at most "
                        + thresholds.notApplicableLimit() + " may be.");
            }
        }
        return gaps;
    }

    /**
     * Clauses of the register that are missing, were never looked at, or are agreed with a shorter term than ours; refused
     * ones are the supplier's doing.
     */
    private List<String> contractGaps(SupplierFacts facts) {
        Map<String, Clause> known =
                facts.clauses().stream().collect(Collectors.toMap(Clause::clause, Function.identity()));
        return StandardFields.CLAUSES.codes().stream()
                .filter(id ->
                        Optional.ofNullable(known.get(id)).map(this::isGap).orElse(true))
                .toList();
    }

    private boolean isGap(Clause clause) {
        boolean shorter = inputs.leastTerm(clause.clause())
                .filter(least -> clause.days().filter(days -> days < least).isPresent())
                .isPresent();
        return clause.standing().equals("MISSING") || (clause.standing().equals("AGREED") && shorter);
    }

    private SortedMap<String, EngagementRisk> engagements(Judged judged, Clearances clearances) {
        SortedMap<String, EngagementRisk> risks = new TreeMap<>();
        for (Engagement engagement : judged.facts().engagements()) {
            Figure location = judged.location().sites().get(engagement.site());
            if (engagement.runsOn(asOf)
                    && location != null
                    && !pack.pack().engagement().isEmpty()) {
                risks.put(
                        engagement.id(),
                        EngagementRisk.of(
                                engagement,
                                pack.pack().engagement(),
                                judged.control(),
                                location,
                                clearances.decide(engagement)));
            }
        }
        return risks;
    }

    /** A waiver for an engagement ends with it. */
    private boolean isNoSafer(int seen, Figure overall) {
        Points now = Points.whole(overall.worst().headline());
        return pack.pack().aggregation().scale().byRisk().compare(Points.whole(seen), now) >= 0;
    }

    private List<Waiver> waivers(SupplierFacts facts) {
        return facts.waivers().stream()
                .filter(waiver -> waiver.engagement().isEmpty()
                        || facts.engagements().stream()
                                .anyMatch(e -> waiver.engagement().get().equals(e.id()) && e.runsOn(asOf)))
                .toList();
    }

    private boolean disputed(SupplierFacts facts) {
        return facts.disputes().stream().anyMatch(dispute -> dispute.isOpen(asOf));
    }
}
