package io.redoubt.rulepack.files;

import io.redoubt.files.Problems;
import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Against;
import io.redoubt.rulepack.Aggregation;
import io.redoubt.rulepack.Aggregation.Baseline;
import io.redoubt.rulepack.Band;
import io.redoubt.rulepack.Citation;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.RuleTable.HitPolicy;
import io.redoubt.rulepack.Scale;
import io.redoubt.rulepack.Weighting.WeightSet;
import io.redoubt.shared.Place;
import io.redoubt.shared.Share;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What must hold for a pack to add up the way it declares: bands cover the scale, there is something to add up, every
 * fact of a ratio has a most that it could make, every characteristic has the score it is compared with.
 */
record AggregationChecks(RulePack pack, ManifestReader manifest, Problems problems) {
    /** What is asked of every supplier once, so that the most it could make is known before anybody answers. */
    private static final Set<FactType> ALWAYS_THERE = Set.of(FactType.ANSWER, FactType.SUPPLIER, FactType.SITE);

    void run() {
        checkBands();
        checkFigures();
        if (pack.aggregation().isRatio()) {
            checkRatios();
        }
        checkBaselines();
        checkWeights();
        if (!pack.engagement().isEmpty() && !pack.aggregation().scale().equals(Scale.RISK)) {
            problems.add(
                    manifest.place("engagement"),
                    "The engagement section must stand only where figures are risk from 0 to 100, which it reads.");
        }
    }

    private void checkBands() {
        Aggregation aggregation = pack.aggregation();
        int before = aggregation.scale().from() - 1;
        for (Band band : pack.bands()) {
            if (band.upTo() <= before) {
                problems.add(
                        manifest.place("bands"),
                        "The end of the band (" + band.id() + ") must lie above the one before it.");
            }
            before = band.upTo();
        }
        if (before != aggregation.scale().to()) {
            problems.add(
                    manifest.place("bands"),
                    "The last band must end at " + aggregation.scale().to() + ".\nMaybe a band is missing.");
        }
    }

    private void checkFigures() {
        for (Domain.Figure figure : Domain.Figure.values()) {
            boolean needed = figure == Domain.Figure.CONTROL
                    || !pack.thresholds().locationShare().equals(Share.NONE);
            if (needed && pack.domains(figure).isEmpty()) {
                String hint = figure == Domain.Figure.LOCATION ? "\nMaybe set locationShare to 0." : "";
                problems.add(
                        manifest.place("domains"), "The pack must have a domain of the figure " + figure + "." + hint);
            }
        }
    }

    private void checkRatios() {
        Map<String, RuleTable> tables =
                pack.tables().stream().collect(Collectors.toMap(RuleTable::id, Function.identity(), (a, b) -> a));
        Set<String> filled = new HashSet<>();
        for (Rule rule : pack.rules()) {
            RuleTable table = tables.get(rule.table());
            if (rule.then() instanceof AddPoints add) {
                if (!(add.points() instanceof Literal literal) || literal.value() > 0) {
                    filled.add(add.domain());
                }
                boolean first = table != null && table.policy() == HitPolicy.FIRST;
                if (!first || !ALWAYS_THERE.contains(rule.subject())) {
                    problems.add(
                            rule.place(),
                            "The rule (" + rule.id()
                                    + ") must stand in a FIRST table about an Answer, the Supplier or a"
                                    + " Site, for only there is known how many points a ratio could have at most.");
                }
            }
        }
        pack.domains().stream()
                .filter(domain -> !filled.contains(domain.id()))
                .forEach(domain -> problems.add(
                        manifest.place("domains"),
                        "The domain (" + domain.id() + ") must have a rule with points above 0 to be a ratio of."));
    }

    private void checkBaselines() {
        List<Baseline> baselines = pack.aggregation().reasons().baselines();
        Set<String> named = baselines.stream().map(Baseline::table).collect(Collectors.toSet());
        Set<String> characteristics = characteristics();
        named.stream()
                .filter(table -> !characteristics.contains(table))
                .sorted()
                .forEach(table -> problems.add(
                        manifest.place("aggregation"),
                        "The baseline score must be that of a table with points for a control domain, not of ("
                                + Problems.shown(table) + ")."));
        if (pack.aggregation().reasons().against() == Against.BASELINE) {
            characteristics.stream()
                    .filter(table -> !named.contains(table))
                    .sorted()
                    .forEach(table -> problems.add(
                            place(table),
                            "The table (" + table + ") must have a baseline score under aggregation, reasons."));
        }
    }

    private Place place(String table) {
        return manifest.tables().stream()
                .filter(declared -> declared.table().id().equals(table))
                .map(ManifestReader.DeclaredTable::place)
                .findFirst()
                .orElseGet(() -> manifest.place("logic"));
    }

    /** The tables that make points for control domains. */
    private Set<String> characteristics() {
        Set<String> control =
                pack.domains(Domain.Figure.CONTROL).stream().map(Domain::id).collect(Collectors.toSet());
        return pack.rules().stream()
                .filter(rule -> rule.then() instanceof AddPoints add && control.contains(add.domain()))
                .map(Rule::table)
                .collect(Collectors.toSet());
    }

    private void checkWeights() {
        Set<String> citations = pack.citations().stream().map(Citation::id).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (WeightSet set : pack.weighting().sets()) {
            if (!seen.add(set.id())) {
                problems.add(
                        manifest.place("weights"),
                        "The weights (" + Problems.shown(set.id()) + ") must be defined once.");
            }
            if (!citations.contains(set.citation())) {
                problems.add(
                        manifest.place("weights"),
                        "The citation (" + Problems.shown(set.citation()) + ") of the weights (" + set.id()
                                + ") must be in citations.yaml.");
            }
        }
    }
}
