package io.redoubt.cli;

import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Operand;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Operand.ParameterRef;
import io.redoubt.rulepack.Parameter;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RulePack;
import io.redoubt.scoring.Contribution;
import io.redoubt.shared.Points;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the rules of a pack are called. Where evidence leaves several rules possible, an end of a figure is told by the
 * title of the rule that makes its points: the first of them is the riskiest and says too much of the best end.
 */
final class RuleNames {
    private static final int MOST_TITLES = 2;

    private final Map<String, Rule> rules = new HashMap<>();
    private final Map<String, Parameter> parameters = new HashMap<>();
    private final LocalDate day;

    /** @param day whose values the parameters have */
    RuleNames(RulePack pack, LocalDate day) {
        pack.rules().forEach(rule -> rules.put(rule.id(), rule));
        pack.parameters().forEach(parameter -> parameters.put(parameter.id(), parameter));
        this.day = day;
    }

    Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    Optional<Parameter> parameter(ParameterRef ref) {
        return Optional.ofNullable(parameters.get(ref.id()));
    }

    /** Empty for a rule that the pack doesn't have. */
    String title(String id) {
        return rule(id).map(rule -> rule.dossier().title()).orElse("");
    }

    /** A rule's id is followed by what the rule is about; anything else stands as it is. */
    String named(String label) {
        String title = title(label.split(" ", 2)[0]);
        return title.isEmpty() ? label : label + ": " + title;
    }

    /** What the rules that make these points of a contribution are about, all of them where none can be told. */
    String titles(Contribution contribution, Points points) {
        List<String> titles = acting(contribution, points).stream()
                .map(this::title)
                .filter(title -> !title.isEmpty())
                .distinct()
                .toList();
        String shown = String.join(" or ", titles.stream().limit(MOST_TITLES).toList());
        return titles.size() <= MOST_TITLES ? shown : shown + " or " + (titles.size() - MOST_TITLES) + " more";
    }

    /** What the supplier can do about the points; empty where nothing can be done. */
    Optional<String> remedy(Contribution contribution, Points points) {
        return rule(acting(contribution, points).get(0))
                .map(rule -> rule.dossier().remediation())
                .filter(remedy -> !remedy.isEmpty());
    }

    private List<String> acting(Contribution contribution, Points points) {
        List<String> acting = contribution.rules().stream()
                .filter(id -> points(id).filter(points::equals).isPresent())
                .toList();
        return acting.isEmpty() ? contribution.rules() : acting;
    }

    private Optional<Points> points(String id) {
        return rule(id).map(Rule::then)
                .flatMap(then -> then instanceof AddPoints add ? value(add.points()) : Optional.empty())
                .map(Points::new);
    }

    private Optional<Long> value(Operand operand) {
        return operand instanceof Literal literal
                ? Optional.of(literal.value())
                : parameter((ParameterRef) operand).flatMap(parameter -> parameter.on(day));
    }

    /** The parameters in a rule's conditions with their values of the day, such as {@code live_signing_hours 4 hours}. */
    List<String> limits(Rule rule) {
        return rule.when()
                .comparisons()
                .flatMap(comparison -> comparison.operands().stream()
                        .flatMap(operand -> operand instanceof ParameterRef ref ? Stream.of(ref) : Stream.empty())
                        .flatMap(ref -> parameter(ref).stream())
                        .flatMap(parameter -> parameter.on(day).stream()
                                .map(value -> parameter.id() + " "
                                        + comparison.field().type().format(value) + " " + parameter.unit())))
                .distinct()
                .toList();
    }
}
