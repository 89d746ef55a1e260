package io.redoubt.scoring;

import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Against;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.ReasonCodes;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.Scale;
import io.redoubt.shared.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Ranks the characteristics of a scorecard by how much riskier their partial score is than the score they are compared
 * with, at the worst end, which is the published one. The first come first; on a tie the order of the pack's tables
 * decides. A characteristic at its best possible score is no reason.
 */
final class ReasonRanking {
    private final ReasonCodes codes;
    private final Scale scale;
    private final Map<String, Rule> rules;
    private final Set<String> control;
    private final Map<Characteristic, List<Contribution>> possible;

    /** @param nothingKnown the contributions of a supplier of which nothing is known */
    ReasonRanking(EffectivePack pack, List<Contribution> nothingKnown) {
        this.codes = pack.pack().aggregation().reasons();
        this.scale = pack.pack().aggregation().scale();
        this.rules = pack.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity(), (a, b) -> a));
        this.control = pack.pack().domains(Domain.Figure.CONTROL).stream()
                .map(Domain::id)
                .collect(Collectors.toSet());
        this.possible = characteristics(nothingKnown);
    }

    /** What one table says about one fact. */
    private record Characteristic(String table, String fact) {}

    /** @param excused facts that do not apply */
    List<Reason> of(List<Contribution> contributions, Set<String> excused) {
        if (codes.top() == 0) {
            return List.of();
        }
        Map<Characteristic, List<Contribution>> found = characteristics(contributions);
        Map<Characteristic, List<Contribution>> all = new LinkedHashMap<>(possible);
        all.keySet().removeIf(characteristic -> excused.contains(characteristic.fact()));
        all.replaceAll((characteristic, open) -> found.getOrDefault(characteristic, List.of()));
        found.forEach(all::putIfAbsent);
        List<Reason> reasons = new ArrayList<>();
        all.forEach((characteristic, made) -> {
            Points points = sum(made, Contribution::worst);
            List<Contribution> open = possible.getOrDefault(characteristic, List.of());
            Points best = scale.best(List.of(points, sum(open, Contribution::best)));
            if (!points.equals(best)) {
                Points difference = scale.riskBeyond(points, compared(characteristic, points));
                String code = code(made.isEmpty() ? open : made, points);
                reasons.add(new Reason(code, characteristic.table(), characteristic.fact(), points, difference));
            }
        });
        return reasons.stream()
                .sorted(Comparator.comparing(Reason::difference).reversed())
                .limit(codes.top())
                .toList();
    }

    private Points compared(Characteristic characteristic, Points points) {
        if (codes.against() == Against.BASELINE) {
            return codes.baseline(characteristic.table())
                    .map(score -> new Points(score.value()))
                    .orElse(Points.ZERO);
        }
        List<Contribution> open = possible.getOrDefault(characteristic, List.of());
        return codes.against() == Against.BEST
                ? sum(open, Contribution::best)
                : scale.worst(List.of(points, sum(open, Contribution::worst)));
    }

    private Map<Characteristic, List<Contribution>> characteristics(List<Contribution> contributions) {
        return contributions.stream()
                .filter(c -> control.contains(c.domain()))
                .collect(Collectors.groupingBy(
                        c -> new Characteristic(table(c), c.fact()), LinkedHashMap::new, Collectors.toList()));
    }

    private String table(Contribution contribution) {
        Rule rule = rules.get(contribution.rules().get(0));
        return rule == null ? "" : rule.table();
    }

    private static Points sum(List<Contribution> contributions, Function<Contribution, Points> end) {
        return contributions.stream().map(end).reduce(Points.ZERO, Points::plus);
    }

    /** That of the row which makes the score; where none does, that of the last, which speaks for all that is left. */
    private String code(List<Contribution> contributions, Points points) {
        List<Rule> acting = contributions.stream()
                .flatMap(contribution -> contribution.rules().stream())
                .map(rules::get)
                .filter(Objects::nonNull)
                .toList();
        return acting.stream()
                .filter(rule -> points(rule).equals(points))
                .findFirst()
                .orElseGet(() -> contributions.size() > 1 ? riskiest(acting) : acting.get(acting.size() - 1))
                .dossier()
                .reason();
    }

    private Rule riskiest(List<Rule> acting) {
        return acting.stream()
                .max(Comparator.comparing(ReasonRanking::points, scale.byRisk()))
                .orElseThrow();
    }

    private static Points points(Rule rule) {
        return new Points(((Literal) ((AddPoints) rule.then()).points()).value());
    }
}
