package io.redoubt.policy;

import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.Parameter.DatedValue;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.rulepack.Scenario;
import io.redoubt.rulepack.checks.Finding;
import io.redoubt.rulepack.checks.Finding.Kind;
import io.redoubt.shared.Micros;
import io.redoubt.shared.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a version of a pack owes to the one before it, so that past outcomes can still be read beside it. */
public final class Succession {
    private static final String MANIFEST = "pack.yaml";
    private static final String CHANGELOG = "CHANGELOG.md";

    private Succession() {}

    /**
     * Nothing where both are the same pack.
     *
     * @param today the day before which a change of a value is one of the past
     */
    public static List<Finding> check(RulePack before, Methodology after, LocalDate today) {
        RulePack pack = after.pack();
        List<Finding> found = new ArrayList<>();
        if (pack.hash().equals(before.hash())) {
            return found;
        }
        if (!pack.header().id().equals(before.header().id())) {
            found.add(about(
                    Kind.OTHER_PACK,
                    MANIFEST,
                    "The id (" + pack.header().id() + ") must stay "
                            + before.header().id() + ", as that of the version before."));
        }
        if (pack.header().version().equals(before.header().version())) {
            found.add(about(
                    Kind.SAME_VERSION,
                    MANIFEST,
                    "The version (" + pack.header().version() + ") must be another one than before, since the pack has"
                            + " changed."));
        }
        String changes = after.files().texts().getOrDefault(CHANGELOG, "");
        Pattern heading = Pattern.compile(
                "(?m)^#+ .*(?<![\\w.])" + Pattern.quote(pack.header().version()) + "(?![\\w]|\\.\\w)");
        if (!heading.matcher(changes).find()) {
            found.add(about(
                    Kind.NO_CHANGELOG,
                    CHANGELOG,
                    "The changes of version " + pack.header().version() + " must stand under a heading of their own.\n"
                            + "Maybe begin with \"## " + pack.header().version()
                            + "\" and say what changed, who is affected and why."));
        }
        Set<String> kept = pack.rules().stream().map(Rule::id).collect(Collectors.toSet());
        before.rules().stream()
                .filter(rule -> !kept.contains(rule.id()))
                .forEach(rule -> found.add(new Finding(
                        Kind.DELETED,
                        rule.id(),
                        Place.of(rule.place().file()),
                        "The rule (" + rule.id()
                                + ") must stay in the pack, since past outcomes name it.\nMaybe give it"
                                + " the status DEPRECATED.")));
        found.addAll(changedPast(before, pack, today));
        found.addAll(UntriedValues.of(before, pack));
        found.addAll(goneScenarios(before, pack));
        return found;
    }

    /** Ratings of days gone by would come out otherwise; a mended slip, or one that was meant for a day to come. */
    private static List<Finding> changedPast(RulePack before, RulePack pack, LocalDate today) {
        Map<String, Parameter> now = pack.parameters().stream().collect(Collectors.toMap(Parameter::id, p -> p));
        List<Finding> found = new ArrayList<>();
        for (Parameter old : before.parameters()) {
            Parameter kept = now.get(old.id());
            Stream.concat(old.values().stream(), kept == null ? Stream.of() : kept.values().stream())
                    .map(DatedValue::from)
                    .distinct()
                    .filter(day ->
                            day.isBefore(today) && kept != null && !old.on(day).equals(kept.on(day)))
                    .sorted()
                    .forEach(day -> found.add(about(
                            Kind.PAST_CHANGED,
                            "parameters",
                            "The parameter ($" + old.id() + ") counted " + shown(old, day) + " on " + day
                                    + " and would now count " + shown(kept, day) + " there, so ratings of days gone by"
                                    + " come out otherwise.\nMaybe add a value from a day to come.")));
        }
        return found;
    }

    private static String shown(@Nullable Parameter parameter, LocalDate day) {
        return parameter == null
                ? "nothing"
                : parameter.on(day).map(Micros::format).orElse("nothing");
    }

    private static List<Finding> goneScenarios(RulePack before, RulePack pack) {
        Set<String> kept = pack.scenarios().stream().map(Scenario::name).collect(Collectors.toSet());
        return before.scenarios().stream()
                .filter(scenario -> !kept.contains(scenario.name()))
                .map(scenario -> about(
                        Kind.SCENARIO_GONE,
                        scenario.place().file(),
                        "The scenario (" + scenario.name() + ") is gone.\nMaybe it should hold what is expected now."))
                .toList();
    }

    private static Finding about(Kind kind, String file, String message) {
        return new Finding(kind, "", Place.of(file), message);
    }
}
