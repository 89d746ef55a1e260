package io.redoubt.scoring;

import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.Domain.Figure;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.RuleTable;
import io.redoubt.rulepack.RuleTable.HitPolicy;
import io.redoubt.rulepack.Scale;
import io.redoubt.shared.Points;
import io.redoubt.shared.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads an evaluation's trail as effects. In a table where every row acts, each firing is an effect. In a first-hit
 * table the rows that fire on one fact make one effect: rows up to the first certain one may be hit, so the effect is
 * the hull of their points, and of nothing where none is certain.
 */
final class Hits {
    private final List<Rule> rules;
    private final Map<String, HitPolicy> policies;
    private final Map<String, Domain> domains;
    private final Scale scale;

    Hits(EffectivePack pack) {
        this.rules = pack.rules();
        this.domains = pack.domainsById();
        this.scale = pack.pack().aggregation().scale();
        this.policies = pack.pack().tables().stream().collect(Collectors.toMap(RuleTable::id, RuleTable::policy));
    }

    /**
     * A knock-out that applies, certainly or perhaps.
     *
     * @param fact what it rests on
     */
    record KnockOut(Rule rule, Bar bar, Truth truth, String fact) {}

    /** One rule on one fact. */
    private record Hit(Rule rule, FactRow row, Truth truth) {}

    /** Points of all facts but those that do not apply: these leave both sums, whatever a rule says of them. */
    List<Contribution> contributions(FactSet facts) {
        List<Contribution> found = new ArrayList<>();
        for (List<Hit> group : effective(facts)) {
            group.stream()
                    .filter(hit -> !Coverage.isExcused(hit.row()))
                    .map(hit -> hit.rule().then() instanceof AddPoints add ? add.domain() : "")
                    .filter(domain -> !domain.isEmpty())
                    .distinct()
                    .forEach(domain -> found.add(contribution(group, domain)));
        }
        return found;
    }

    List<KnockOut> knockOuts(FactSet facts) {
        List<KnockOut> found = new ArrayList<>();
        for (List<Hit> group : effective(facts)) {
            for (Hit hit : group) {
                if (hit.rule().then() instanceof Bar bar) {
                    Truth truth = group.size() == 1 ? hit.truth() : Truth.MAYBE;
                    found.add(new KnockOut(hit.rule(), bar, truth, hit.row().toString()));
                }
            }
        }
        return found;
    }

    /** The firings that may act, those of a first-hit table on one fact together. */
    private List<List<Hit>> effective(FactSet facts) {
        Map<Long, List<Hit>> groups = new TreeMap<>();
        Trail trail = facts.trail();
        Map<String, Integer> tableNumbers = new java.util.HashMap<>();
        for (int i = 0; i < trail.size(); i++) {
            int number = trail.rule(i);
            Hit hit = new Hit(rules.get(number), facts.rows().get(trail.row(i)), trail.truth(i));
            boolean first = policies.getOrDefault(hit.rule().table(), HitPolicy.ALL) == HitPolicy.FIRST;
            int leader = first ? tableNumbers.computeIfAbsent(hit.rule().table(), t -> number) : number;
            List<Hit> group = groups.computeIfAbsent(((long) leader << 32) | trail.row(i), k -> new ArrayList<>());
            if (group.isEmpty() || group.get(group.size() - 1).truth() != Truth.TRUE) {
                group.add(hit);
            }
        }
        return List.copyOf(groups.values());
    }

    private Contribution contribution(List<Hit> group, String domain) {
        Hit last = group.get(group.size() - 1);
        List<Hit> here = group.stream().filter(hit -> isAbout(hit, domain)).toList();
        List<Points> possible = possible(group, domain);
        boolean located = isLocation(domain);
        return new Contribution(
                here.stream().map(hit -> hit.rule().id()).toList(),
                domain,
                last.row().toString(),
                located ? last.row().key() : "",
                group.size() == 1 ? last.truth() : Truth.MAYBE,
                scale.best(possible),
                scale.worst(possible));
    }

    /** The points that the first hit may make, whatever the fact turns out to be. */
    private static List<Points> possible(List<Hit> group, String domain) {
        if (group.size() == 1 && group.get(0).truth() == Truth.TRUE) {
            return List.of(points(group.get(0)));
        }
        List<Points> possible = new ArrayList<>();
        for (FactRow cell :
                RangeCells.of(group.get(0).row(), group.stream().map(Hit::rule).toList())) {
            Truth reached = Truth.FALSE;
            for (int i = 0; i < group.size() && reached != Truth.TRUE; i++) {
                Hit hit = group.get(i);
                Truth truth = Interpreter.evaluate(hit.rule(), cell);
                if (truth.isPossible()) {
                    possible.add(isAbout(hit, domain) ? points(hit) : Points.ZERO);
                }
                reached = reached.or(truth);
            }
            if (reached != Truth.TRUE) {
                possible.add(Points.ZERO);
            }
        }
        return possible;
    }

    /** Where the rows of a first-hit table speak of several domains, each gets its own points or none. */
    private static boolean isAbout(Hit hit, String domain) {
        return hit.rule().then() instanceof AddPoints add && add.domain().equals(domain);
    }

    private boolean isLocation(String domain) {
        Domain known = domains.get(domain);
        return known != null && known.figure() == Figure.LOCATION;
    }

    private static Points points(Hit hit) {
        return new Points(((Literal) ((AddPoints) hit.rule().then()).points()).value());
    }
}
