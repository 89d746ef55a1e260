package io.redoubt.rulepack;

import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Condition.Comparison;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operand.ParameterRef;
import io.redoubt.rulepack.Parameter.DatedValue;
import io.redoubt.rulepack.Rule.Status;
import io.redoubt.shared.Place;
import io.redoubt.shared.Points;
import io.redoubt.shared.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A methodology: what is judged, how many points it makes, and what that means. Immutable; its {@link #hash} names it
 * in every outcome.
 *
 * @param domains in the order they are shown
 * @param bands in rising order; together they cover the scale
 * @param engagement scale for the inherent risk of engagements; empty where the pack does not judge them
 */
public record RulePack(
        Header header,
        Thresholds thresholds,
        List<Domain> domains,
        List<Band> bands,
        List<InherentPoints> engagement,
        List<Citation> citations,
        List<Parameter> parameters,
        List<RuleTable> tables,
        List<Rule> rules,
        List<Scenario> scenarios,
        Aggregation aggregation,
        Weighting weighting) {
    private static final Set<Object> USUAL = Set.of(List.of(), Aggregation.USUAL, Weighting.USUAL);

    /** A pack that adds up as usual. */
    public RulePack(
            Header header,
            Thresholds thresholds,
            List<Domain> domains,
            List<Band> bands,
            List<InherentPoints> engagement,
            List<Citation> citations,
            List<Parameter> parameters,
            List<RuleTable> tables,
            List<Rule> rules,
            List<Scenario> scenarios) {
        this(
                header,
                thresholds,
                domains,
                bands,
                engagement,
                citations,
                parameters,
                tables,
                rules,
                scenarios,
                Aggregation.USUAL,
                Weighting.USUAL);
    }

    public RulePack {
        domains = List.copyOf(domains);
        bands = List.copyOf(bands);
        engagement = List.copyOf(engagement);
        citations = List.copyOf(citations);
        parameters = List.copyOf(parameters);
        tables = List.copyOf(tables);
        rules = List.copyOf(rules);
        scenarios = List.copyOf(scenarios);
    }

    /** The same pack with other opinions on its weights. */
    RulePack with(Weighting others) {
        return new RulePack(
                header,
                thresholds,
                domains,
                bands,
                engagement,
                citations,
                parameters,
                tables,
                rules,
                scenarios,
                aggregation,
                others);
    }

    /**
     * What the pack is and since when.
     *
     * @param effectiveFrom first day it may rate for
     */
    public record Header(String id, String title, String version, LocalDate effectiveFrom, String owner) {}

    /**
     * The SHA-256 of the canonical form: what was approved is what runs. What a pack leaves as usual is left out, so a
     * pack keeps its name when packs learn to say something new.
     */
    public String hash() {
        List<Object> parts = new ArrayList<>(
                List.of(header, thresholds, domains, bands, citations, parameters, tables, rules, scenarios));
        Stream.of(engagement, aggregation, weighting)
                .filter(part -> !USUAL.contains(part))
                .forEach(parts::add);
        return CanonicalForm.sha256(parts.toArray());
    }

    /** The domains of a figure in their order. */
    public List<Domain> domains(Domain.Figure figure) {
        return domains.stream().filter(domain -> domain.figure() == figure).toList();
    }

    /** Whether the pack judges the country of a site at all. */
    public boolean judgesLocation() {
        return domains.stream().anyMatch(domain -> domain.figure() == Domain.Figure.LOCATION);
    }

    /** The band of points that are a figure's worst end: the first that reaches them, rounded to the riskier side. */
    public Band band(Points points) {
        int whole = aggregation.scale().towardsRisk(points);
        return bands.stream()
                .filter(band -> whole <= band.upTo())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The bands must cover the scale."));
    }

    /** The first day of those up to this one on which every value of the pack was what it is on this one. */
    public LocalDate unchangedSince(LocalDate day) {
        Stream<LocalDate> starts = parameters.stream()
                .flatMap(parameter -> parameter.values().stream())
                .map(DatedValue::from);
        return Stream.concat(Stream.of(header.effectiveFrom()), starts)
                .filter(start -> !start.isAfter(day))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /**
     * The pack as it stands on a day: active rules, every parameter replaced by its value of that day.
     *
     * @throws PackException if a parameter in use has no value on that day, or the pack is not yet effective
     */
    public EffectivePack on(LocalDate day) throws PackException {
        List<Problem> problems = new ArrayList<>();
        if (day.isBefore(header.effectiveFrom())) {
            problems.add(new Problem(
                    Place.of("pack.yaml"),
                    "The day (" + day + ") must not lie before the pack's first effective day ("
                            + header.effectiveFrom() + ")."));
        }
        Map<String, Parameter> byId = parameters.stream().collect(Collectors.toMap(Parameter::id, p -> p));
        List<Rule> resolved = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.status() == Status.ACTIVE) {
                resolved.add(new Resolution(rule, byId, day, problems).resolve());
            }
        }
        if (!problems.isEmpty()) {
            throw new PackException(problems);
        }
        return new EffectivePack(this, hash(), day, resolved);
    }

    /** Replaces one rule's parameters by their values. */
    private record Resolution(Rule rule, Map<String, Parameter> parameters, LocalDate day, List<Problem> problems) {
        Rule resolve() {
            Action then = rule.then() instanceof AddPoints add
                    ? new AddPoints(add.domain(), value(add.points()))
                    : rule.then();
            return new Rule(
                    rule.id(),
                    rule.table(),
                    rule.order(),
                    rule.subject(),
                    condition(rule.when()),
                    then,
                    rule.dossier(),
                    rule.requirements(),
                    rule.citations(),
                    rule.status(),
                    rule.place());
        }

        private Condition condition(Condition condition) {
            if (condition instanceof Comparison c) {
                return new Comparison(
                        c.field(),
                        c.operator(),
                        c.operands().stream().map(this::value).toList());
            }
            if (condition instanceof Condition.AllOf all) {
                return new Condition.AllOf(
                        all.parts().stream().map(this::condition).toList());
            }
            Condition.AnyOf any = (Condition.AnyOf) condition;
            return new Condition.AnyOf(any.parts().stream().map(this::condition).toList());
        }

        private Operand value(Operand operand) {
            if (!(operand instanceof ParameterRef ref)) {
                return operand;
            }
            Parameter parameter = parameters.get(ref.id());
            return parameter == null
                    ? missing(ref)
                    : parameter.on(day).<Operand>map(Literal::new).orElseGet(() -> missing(ref));
        }

        private Operand missing(ParameterRef ref) {
            problems.add(new Problem(
                    rule.place(),
                    "The parameter ($" + ref.id() + ") must have a value on " + day
                            + ".\nMaybe add an earlier start date to its file."));
            return new Literal(0);
        }
    }
}
