package io.redoubt.rulepack.files;

import io.redoubt.files.Problems;
import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Band;
import io.redoubt.rulepack.Citation;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.NeverWaived;
import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.Scenario;
import io.redoubt.rulepack.Vocabulary;
import io.redoubt.shared.Place;
import io.redoubt.shared.Points;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold across the files of a pack: every name leads somewhere and every id is unique. */
record PackChecks(
        RulePack pack, PackFiles files, ManifestReader manifest, Map<String, Place> parameters, Problems problems) {
    /** @param allRules whether every rule was read: what scenarios miss would else be a consequence, told once a scenario */
    void run(boolean allRules) {
        unique("domain", manifest.place("domains"), pack.domains(), Domain::id);
        unique("band", manifest.place("bands"), pack.bands(), Band::id);
        unique("table", manifest.place("tables"), pack.tables(), RuleTable::id);
        unique("parameter", this::place, pack.parameters(), Parameter::id);
        checkFilesAreDeclared();
        Set<String> citations = pack.citations().stream().map(Citation::id).collect(Collectors.toSet());
        pack.parameters().forEach(parameter -> checkParameter(parameter, citations));
        checkRules(citations);
        Set<String> rules = pack.rules().stream().map(Rule::id).collect(Collectors.toSet());
        if (allRules) {
            pack.scenarios().forEach(scenario -> checkRules(scenario, rules));
        }
        pack.scenarios().forEach(this::checkScenario);
    }

    private Place place(String parameter) {
        return parameters.getOrDefault(parameter, Place.of("parameters"));
    }

    private <T> void unique(String thing, Place place, List<T> items, Function<T, String> id) {
        unique(thing, name -> place, items, id);
    }

    private <T> void unique(String thing, Function<String, Place> place, List<T> items, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        items.stream()
                .map(id)
                .filter(name -> !seen.add(name))
                .forEach(name -> problems.add(
                        place.apply(name), "The " + thing + " (" + Problems.shown(name) + ") must be defined once."));
    }

    private void checkFilesAreDeclared() {
        Set<String> declared = new HashSet<>();
        manifest.logic().forEach(logic -> declared.add(logic.file()));
        manifest.tables().forEach(table -> declared.add(table.file()));
        Stream.concat(files.below("tables/").stream(), files.below("logic/").stream())
                .filter(file -> !declared.contains(file))
                .forEach(file -> problems.add(
                        Place.of(file),
                        "The file (" + file + ") must be declared in pack.yaml.\nMaybe add it under tables or logic."));
    }

    private void checkParameter(Parameter parameter, Set<String> citations) {
        Place place = place(parameter.id());
        for (Parameter.DatedValue value : parameter.values()) {
            if (!citations.contains(value.citation())) {
                problems.add(
                        place,
                        "The citation (" + value.citation() + ") of $" + parameter.id() + " from " + value.from()
                                + " must be in citations.yaml.");
            }
            Points points = new Points(value.value());
            if (parameter.unit().equals(Vocabulary.POINTS)
                    && !pack.aggregation().allows(points)) {
                problems.add(
                        place,
                        "The points (" + points + ") of $" + parameter.id() + " from " + value.from() + " must "
                                + pack.aggregation().bounds() + ".");
            }
        }
        if (parameter.on(pack.header().effectiveFrom()).isEmpty()) {
            problems.add(
                    place,
                    "The parameter ($" + parameter.id() + ") must have a value from "
                            + pack.header().effectiveFrom() + ", the pack's first day.");
        }
    }

    private void checkRules(Set<String> citations) {
        Set<String> seen = new HashSet<>();
        Map<String, Domain> domains =
                pack.domains().stream().collect(Collectors.toMap(Domain::id, d -> d, (a, b) -> a));
        for (Rule rule : pack.rules()) {
            refuseUnless(seen.add(rule.id()), rule, "The rule id (" + rule.id() + ") must be used once.");
            refuseUnless(
                    Rule.isId(rule.id()),
                    rule,
                    "The rule id (" + Problems.shown(rule.id())
                            + ") must be letters, a dash and a number, such as LEG-01.");
            refuseUnless(
                    rule.dossier().reason().matches("[A-Z][A-Z0-9_]{2,60}"),
                    rule,
                    "The reason (" + Problems.shown(rule.dossier().reason()) + ") must be a code such as NDA_MISSING.");
            refuseUnless(!rule.citations().isEmpty(), rule, "The rule (" + rule.id() + ") must cite a source.");
            for (String citation : rule.citations()) {
                refuseUnless(
                        citations.contains(citation),
                        rule,
                        "The citation (" + Problems.shown(citation) + ") must be in citations.yaml.");
            }
            for (String requirement : rule.requirements()) {
                refuseUnless(
                        requirement.matches("[A-Z]-[0-9]{2}"),
                        rule,
                        "The requirement (" + Problems.shown(requirement) + ") must be an id such as L-01.");
            }
            NeverWaived.in(rule, pack.rules())
                    .ifPresent(comparison -> problems.add(
                            rule.place(),
                            "The rule (" + rule.id() + ") must not be waivable, since it bars by " + comparison.field()
                                    + ", a risk that nobody may accept."));
            if (rule.then() instanceof AddPoints add) {
                checkDomain(rule, add.domain(), domains);
            }
        }
    }

    /** Factors of a country enter location exposure only: a country is no verdict on a company's controls. */
    private void checkDomain(Rule rule, String id, Map<String, Domain> domains) {
        Domain domain = domains.get(id);
        if (domain == null) {
            problems.add(
                    rule.place(),
                    "The domain (" + Problems.shown(id) + ") must be one of " + String.join(", ", domains.keySet())
                            + ".");
            return;
        }
        boolean readsSite = rule.when().comparisons().anyMatch(c -> c.field().owner() == FactType.SITE);
        if (domain.figure() == Domain.Figure.LOCATION) {
            refuseUnless(
                    rule.subject() == FactType.SITE,
                    rule,
                    "A rule for the location domain (" + id + ") must be about a Site.");
        } else {
            refuseUnless(
                    !readsSite && rule.subject() != FactType.SITE,
                    rule,
                    "A rule for the control domain (" + id + ") must not read a Site.\nMaybe it belongs to a location"
                            + " domain.");
        }
    }

    private void checkRules(Scenario scenario, Set<String> rules) {
        Scenario.Expected expected = scenario.expected();
        Stream.of(expected.fires(), expected.open(), expected.silent())
                .flatMap(List::stream)
                .filter(id -> !rules.contains(id))
                .forEach(id -> problems.add(
                        scenario.place(), "The rule (" + Problems.shown(id) + ") of a scenario must be in the pack."));
    }

    private void checkScenario(Scenario scenario) {
        Scenario.Expected expected = scenario.expected();
        Set<String> bands = pack.bands().stream().map(Band::id).collect(Collectors.toSet());
        boolean known = expected.band().isEmpty()
                || bands.contains(expected.band())
                || Set.of("UNRATED", "DISQUALIFIED").contains(expected.band());
        if (!known) {
            problems.add(scenario.place(), "The band (" + Problems.shown(expected.band()) + ") must be in pack.yaml.");
        }
        if (!expected.overall().isEmpty() && expected.overall().size() != 2) {
            problems.add(scenario.place(), "The overall interval must be [best, worst].");
        }
    }

    private void refuseUnless(boolean holds, Rule rule, String message) {
        if (!holds) {
            problems.add(rule.place(), message);
        }
    }
}
