package io.redoubt.policy;

import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.Parameter.DatedValue;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.Scenario;
import io.redoubt.rulepack.checks.Finding;
import io.redoubt.rulepack.checks.Finding.Kind;
import io.redoubt.rulepack.checks.StaticChecks;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * New values that no worked example reaches. All examples come out as before where none is dated on a day on which the
 * new value counts, and that says nothing of the value.
 */
final class UntriedValues {
    private UntriedValues() {}

    /** One doubt a value that was not there before and that no example tries out. */
    static List<Finding> of(RulePack before, RulePack pack) {
        List<Finding> found = new ArrayList<>();
        for (Parameter parameter : pack.parameters()) {
            LocalDate end = LocalDate.MAX;
            List<DatedValue> latestFirst = new ArrayList<>(parameter.values());
            Collections.reverse(latestFirst);
            for (DatedValue value : latestFirst) {
                if (!counted(before, parameter.id(), value) && !isTried(pack, parameter.id(), value.from(), end)) {
                    found.add(untried(parameter, value, end));
                }
                end = value.from();
            }
        }
        return found;
    }

    private static boolean counted(RulePack before, String parameter, DatedValue value) {
        return before.parameters().stream()
                .filter(old -> old.id().equals(parameter))
                .anyMatch(old -> old.on(value.from()).equals(Optional.of(value.value())));
    }

    /** By an example that names a reader; by any, where the rating itself reads the parameter. */
    private static boolean isTried(RulePack pack, String parameter, LocalDate from, LocalDate end) {
        Set<String> readers = pack.rules().stream()
                .filter(rule -> StaticChecks.parameters(rule).anyMatch(parameter::equals))
                .map(Rule::id)
                .collect(Collectors.toSet());
        return pack.scenarios().stream()
                .filter(scenario ->
                        !scenario.asOf().isBefore(from) && scenario.asOf().isBefore(end))
                .anyMatch(scenario ->
                        readers.isEmpty() || named(scenario.expected()).anyMatch(readers::contains));
    }

    private static Stream<String> named(Scenario.Expected expected) {
        return Stream.of(expected.fires(), expected.open(), expected.silent()).flatMap(List::stream);
    }

    private static Finding untried(Parameter parameter, DatedValue value, LocalDate end) {
        String days =
                end.equals(LocalDate.MAX) ? "on or after " + value.from() : "from " + value.from() + " until " + end;
        return new Finding(
                Kind.UNTRIED,
                "",
                Place.of("parameters"),
                "No scenario dated " + days + " names a rule that reads the parameter ($" + parameter.id()
                        + "), so its new value (" + Micros.format(value.value())
                        + ") is not tried out.\nMaybe add one with facts at that value.");
    }
}
