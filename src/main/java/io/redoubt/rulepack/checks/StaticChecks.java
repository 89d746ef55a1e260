package io.redoubt.rulepack.checks;

import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Operand;
import io.redoubt.rulepack.Operand.ParameterRef;
import io.redoubt.rulepack.PackException;
import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.Parameter.DatedValue;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.checks.Finding.Kind;
import io.redoubt.shared.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is odd about a pack, told from its rules alone. Every finding is true of the pack on some day of its life; what
 * would take too long to decide is left out.
 */
public final class StaticChecks {
    private static final int LONG_AGO_DAYS = 365;

    private StaticChecks() {}

    /**
     * Looks at the pack on its first day and on every later day on which a parameter changes.
     *
     * @param today for which the age of parameters is told
     * @param derives whether deriving facts reads the parameter of an id
     * @throws PackException if a parameter in use has no value on one of these days
     */
    public static List<Finding> of(RulePack pack, LocalDate today, Predicate<String> derives) throws PackException {
        LocalDate first = pack.header().effectiveFrom();
        Set<LocalDate> days = new TreeSet<>(Set.of(first));
        pack.parameters().stream()
                .flatMap(parameter -> parameter.values().stream())
                .map(DatedValue::from)
                .filter(day -> day.isAfter(first))
                .forEach(days::add);
        List<Finding> found = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (LocalDate day : days) {
            for (Finding finding : RuleChecks.of(pack.on(day))) {
                if (said.add(finding.toString())) {
                    found.add(day.equals(first) ? finding : since(day, finding));
                }
            }
        }
        found.addAll(parameters(pack, today, derives));
        return found;
    }

    private static Finding since(LocalDate day, Finding finding) {
        return new Finding(finding.kind(), finding.rule(), finding.place(), "From " + day + ": " + finding.message());
    }

    private static List<Finding> parameters(RulePack pack, LocalDate today, Predicate<String> derives) {
        Set<String> read = pack.rules().stream()
                .filter(rule -> rule.status() == Rule.Status.ACTIVE)
                .flatMap(StaticChecks::parameters)
                .collect(Collectors.toSet());
        List<Finding> found = new ArrayList<>();
        for (Parameter parameter : pack.parameters()) {
            if (!read.contains(parameter.id()) && !derives.test(parameter.id())) {
                found.add(finding(
                        Kind.UNUSED,
                        "The parameter ($" + parameter.id() + ") is read by no active rule.\nMaybe remove it."));
            }
            if (parameter.lastKnownValidOn().isBefore(today.minusDays(LONG_AGO_DAYS))) {
                found.add(finding(
                        Kind.STALE,
                        "Nobody has looked at the parameter ($" + parameter.id() + ") since "
                                + parameter.lastKnownValidOn()
                                + ".\nMaybe make sure that its latest value still stands."));
            }
        }
        return found;
    }

    private static Finding finding(Kind kind, String message) {
        return new Finding(kind, "", Place.of("parameters"), message);
    }

    /** Ids of the parameters that a rule reads, in its conditions or for its points. */
    public static Stream<String> parameters(Rule rule) {
        Stream<Operand> compared = rule.when().comparisons().flatMap(comparison -> comparison.operands().stream());
        Stream<Operand> all =
                rule.then() instanceof AddPoints add ? Stream.concat(compared, Stream.of(add.points())) : compared;
        return all.filter(ParameterRef.class::isInstance).map(operand -> ((ParameterRef) operand).id());
    }
}
