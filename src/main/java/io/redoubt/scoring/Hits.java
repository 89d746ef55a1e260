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
import io.redoubt.rulepack.WorkClass;
import io.redoubt.shared.Points;
import io.redoubt.shared.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads an evaluation's trail as effects. In a table where every row acts, each firing is an effect. In a first-hit
 * table the rows that fire on one fact make one effect: rows up to the first certain one may be hit, so the effect is
 * the hull of their points, and of nothing where none is certain.
 */
final class Hits {
    private final List<Rule> rules;
    /** By number of a rule, whether its table acts by its first hit. */
    private final boolean[] first;

    private final Map<String, HitPolicy> policies;
    private final Map<String, Domain> domains;
    private final Scale scale;

    Hits(EffectivePack pack) {
        this.rules = pack.rules();
        this.domains = pack.pack().domains().stream().collect(Collectors.toMap(Domain::id, domain -> domain));
        this.scale = pack.pack().aggregation().scale();
        this.policies = pack.pack().tables().stream().collect(Collectors.toMap(RuleTable::id, RuleTable::policy));
        this.first = new boolean[rules.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = policies.getOrDefault(rules.get(i).table(), HitPolicy.ALL) == HitPolicy.FIRST;
        }
    }

    /** Whether the tables act in the same way on what their rows find. */
    boolean actLike(Hits other) {
        return policies.equals(other.policies);
    }

    /** Whether only the first hit of the rule's table acts. */
    boolean isFirst(int number) {
        return first[number];
    }

    /** What a trail comes to. */
    record Effects(List<Contribution> contributions, List<KnockOut> knockOuts) {}

    /** One rule on one fact. */
    private record Hit(Rule rule, FactRow row, Truth truth) {}

    /** Facts that do not apply make no points, whatever a rule says of them: they leave both sums. */
    Effects of(FactSet facts) {
        Effects found = new Effects(new ArrayList<>(), new ArrayList<>());
        Map<String, Contribution> unlisted = new TreeMap<>();
        for (List<Hit> group : effective(facts)) {
            Set<String> domains = new LinkedHashSet<>();
            boolean bars = false;
            for (Hit hit : group) {
                bars |= hit.rule().then() instanceof Bar;
                if (hit.rule().then() instanceof AddPoints add && !Coverage.isExcused(hit.row())) {
                    domains.add(add.domain());
                }
            }
            FactRow row = group.get(0).row();
            for (String domain : domains) {
                Contribution contribution = contribution(group, domain);
                if (row.isUnlisted()) {
                    unlisted.merge(domain + " " + row, contribution, this::together);
                } else {
                    found.contributions().add(contribution);
                }
            }
            if (bars) {
                Set<WorkClass> certain = certainlyBarred(group);
                group.forEach(hit -> addKnockOuts(found.knockOuts(), hit, certain, group));
            }
        }
        List<Contribution> listed = List.copyOf(found.contributions());
        unlisted.values().forEach(one -> found.contributions().add(withoutLimit(one, listed)));
        return found;
    }

    private Contribution together(Contribution a, Contribution b) {
        List<String> rules = new ArrayList<>(a.rules());
        rules.addAll(b.rules());
        return new Contribution(
                rules,
                a.domain(),
                a.fact(),
                a.site(),
                Truth.MAYBE,
                scale.best(List.of(a.best(), b.best())),
                scale.worst(List.of(a.worst(), b.worst())));
    }

    /**
     * What a list leaves out may be there any number of times, or never: together it makes nothing, or what reaches the
     * scale's end whatever else the domain holds.
     */
    private Contribution withoutLimit(Contribution one, List<Contribution> others) {
        List<Points> ends =
                List.of(end(one.best(), one.domain(), others), end(one.worst(), one.domain(), others), Points.ZERO);
        return new Contribution(
                one.rules(), one.domain(), one.fact(), one.site(), Truth.MAYBE, scale.best(ends), scale.worst(ends));
    }

    private Points end(Points points, String domain, List<Contribution> others) {
        int sign = points.compareTo(Points.ZERO);
        if (sign == 0) {
            return Points.ZERO;
        }
        long against = others.stream()
                .filter(other -> other.domain().equals(domain))
                .mapToLong(other -> Math.max(
                        0,
                        Math.max(
                                -sign * other.best().micros(),
                                -sign * other.worst().micros())))
                .sum();
        return new Points(sign * Math.addExact(scale.span().micros(), against));
    }

    private static void addKnockOuts(List<KnockOut> found, Hit hit, Set<WorkClass> certain, List<Hit> group) {
        if (hit.rule().then() instanceof Bar bar) {
            List<Rule> others = group.stream()
                    .map(Hit::rule)
                    .filter(rule -> !rule.id().equals(hit.rule().id()))
                    .toList();
            Map<Boolean, List<WorkClass>> classes =
                    bar.classes().stream().collect(Collectors.partitioningBy(certain::contains));
            classes.forEach((sure, some) -> {
                if (!some.isEmpty()) {
                    found.add(new KnockOut(
                            hit.rule(),
                            new Bar(some, bar.waivable()),
                            sure ? Truth.TRUE : Truth.MAYBE,
                            others,
                            hit.row().toString()));
                }
            });
        }
    }

    /**
     * The classes that are barred whichever of the rows acts, as it is where an answer has lapsed and each value that is
     * left meets some row: that it is not known which row acts must not lift what all of them bar.
     */
    private static Set<WorkClass> certainlyBarred(List<Hit> group) {
        Set<WorkClass> certain = new HashSet<>(WorkClass.all());
        for (Part part : parts(group)) {
            part.possible().forEach(hit -> certain.retainAll(classes(hit)));
            if (!part.certain()) {
                return Set.of();
            }
        }
        return certain;
    }

    private static Set<WorkClass> classes(Hit hit) {
        return hit.rule().then() instanceof Bar bar ? Set.copyOf(bar.classes()) : Set.of();
    }

    /** The firings that may act, those of a first-hit table on one fact together. */
    private List<List<Hit>> effective(FactSet facts) {
        Map<Long, List<Hit>> groups = new TreeMap<>();
        Trail trail = facts.trail();
        List<FactRow> rows = facts.rows();
        Map<String, Integer> leaders = new HashMap<>();
        for (int i = 0; i < trail.size(); i++) {
            int number = trail.rule(i);
            Hit hit = new Hit(rules.get(number), rows.get(trail.row(i)), trail.truth(i));
            int leader = first[number] ? leaders.computeIfAbsent(hit.rule().table(), t -> number) : number;
            long key = ((long) leader << Integer.SIZE) | trail.row(i);
            if (!first[number]) {
                groups.put(key, List.of(hit));
                continue;
            }
            List<Hit> group = groups.computeIfAbsent(key, k -> new ArrayList<>());
            if (group.isEmpty() || group.get(group.size() - 1).truth() != Truth.TRUE) {
                group.add(hit);
            }
        }
        return List.copyOf(groups.values());
    }

    private Contribution contribution(List<Hit> group, String domain) {
        Hit last = group.get(group.size() - 1);
        List<String> ids = new ArrayList<>(group.size());
        for (Hit hit : group) {
            if (isAbout(hit, domain)) {
                ids.add(hit.rule().id());
            }
        }
        List<Points> possible = possible(group, domain);
        return new Contribution(
                ids,
                domain,
                last.row().toString(),
                isLocation(domain) ? last.row().key() : "",
                group.size() == 1 ? last.truth() : Truth.MAYBE,
                scale.best(possible),
                scale.worst(possible));
    }

    /** The points that the first hit may make, whatever the fact turns out to be. */
    private static List<Points> possible(List<Hit> group, String domain) {
        List<Points> possible = new ArrayList<>();
        for (Part part : parts(group)) {
            part.possible().forEach(hit -> possible.add(isAbout(hit, domain) ? points(hit) : Points.ZERO));
            if (!part.certain()) {
                possible.add(Points.ZERO);
            }
        }
        return possible;
    }

    /**
     * What may act on a part of what a fact may be.
     *
     * @param possible the rows that may be the first hit
     * @param certain whether one of them is
     */
    private record Part(List<Hit> possible, boolean certain) {}

    private static List<Part> parts(List<Hit> group) {
        FactRow row = group.get(0).row();
        if (!row.hasRange() || (group.size() == 1 && group.get(0).truth() == Truth.TRUE)) {
            return List.of(new Part(group, group.get(group.size() - 1).truth() == Truth.TRUE));
        }
        List<Rule> rules = group.stream().map(Hit::rule).toList();
        return RangeCells.of(row, rules).stream().map(cell -> part(group, cell)).toList();
    }

    private static Part part(List<Hit> group, FactRow cell) {
        List<Hit> possible = new ArrayList<>();
        Truth reached = Truth.FALSE;
        for (int i = 0; i < group.size() && reached != Truth.TRUE; i++) {
            Truth truth = Interpreter.evaluate(group.get(i).rule(), cell);
            if (truth.isPossible()) {
                possible.add(group.get(i));
            }
            reached = reached.or(truth);
        }
        return new Part(possible, reached == Truth.TRUE);
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
