package io.redoubt.scoring;

import io.redoubt.rulepack.Action.Excuse;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.EffectivePack;
import io.redoubt.rulepack.FactType;
import io.redoubt.rulepack.Rule;
import io.redoubt.rulepack.Scale;
import io.redoubt.shared.Points;
import io.redoubt.shared.Truth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides which control domains do not apply to a supplier at all: then that they are not answered is no gap.
 *
 * <p>A domain does not apply where every question it asks is excused by the pack's own rules and the best answers would
 * bring it to the safe end of the scale. It then counts as if it were answered well, and what else stands in it still
 * counts. A ratio has nothing to divide by then, so there the domain leaves the figure if nothing else stands in it. What
 * may yet turn out not to apply counts at both ends, so that a completed rating lies within the one stated before.
 */
final class Applicability {
    private static final String ANSWER = FactType.ANSWER.label() + " ";

    private final EffectivePack pack;
    private final List<Contribution> nothingKnown;
    private final List<Rule> excuses;
    private final Map<String, Set<String>> questions;
    private final Set<String> mayLeave;

    /** @param nothingKnown the contributions of a supplier of which nothing is known */
    Applicability(EffectivePack pack, List<Contribution> nothingKnown, BestAnswers bestAnswers) {
        this.pack = pack;
        this.nothingKnown = List.copyOf(nothingKnown);
        this.excuses = pack.rules().stream()
                .filter(rule -> rule.then() instanceof Excuse)
                .toList();
        this.questions = nothingKnown.stream()
                .filter(c -> c.fact().startsWith(ANSWER))
                .collect(Collectors.groupingBy(
                        Contribution::domain, Collectors.mapping(Contribution::fact, Collectors.toSet())));
        this.mayLeave = bestAnswers.reaching(
                questions,
                control().stream().collect(Collectors.toMap(Domain::id, domain -> most(domain.id(), Set.of()))));
    }

    /**
     * What does not apply, certainly or perhaps.
     *
     * @param excused facts that certainly do not
     * @param left domains that certainly do not
     * @param mayLeave further domains that perhaps do not, depending on what is not known yet
     * @param contributions with what an answer makes that is asked for only perhaps
     */
    record Result(Set<String> excused, Set<String> left, Set<String> mayLeave, List<Contribution> contributions) {
        /** Every set of domains that may have left in the end. */
        List<Set<String>> cases() {
            List<Set<String>> cases = new ArrayList<>(List.of(left));
            for (String domain : mayLeave) {
                for (Set<String> without : List.copyOf(cases)) {
                    Set<String> with = new TreeSet<>(without);
                    with.add(domain);
                    cases.add(with);
                }
            }
            return cases;
        }
    }

    /** Whether the same answers leave out the same domains there. */
    boolean judgesLike(Applicability other) {
        return questions.equals(other.questions) && mayLeave.equals(other.mayLeave);
    }

    Result of(FactSet facts, List<Contribution> stated) {
        Set<String> excused = Coverage.excused(facts);
        Set<String> perhaps = perhapsExcused(facts);
        List<Contribution> contributions = perhaps.isEmpty() ? stated : widened(stated, perhaps);
        Set<String> left = new TreeSet<>();
        Set<String> mayLeave = new TreeSet<>();
        for (Domain domain : control()) {
            Set<String> asked = questions.getOrDefault(domain.id(), Set.of());
            if (!asked.isEmpty() && this.mayLeave.contains(domain.id())) {
                boolean ratio = pack.pack().aggregation().isRatio();
                if (excused.containsAll(asked)
                        && (!ratio || standing(domain, contributions).isEmpty())) {
                    left.add(domain.id());
                } else if (asked.stream().allMatch(q -> excused.contains(q) || perhaps.contains(q))
                        && standing(domain, contributions).stream().noneMatch(c -> isCertain(c, perhaps))) {
                    mayLeave.add(domain.id());
                }
            }
        }
        return new Result(excused, left, mayLeave, contributions);
    }

    private static List<Contribution> standing(Domain domain, List<Contribution> contributions) {
        return contributions.stream()
                .filter(c -> c.domain().equals(domain.id()) && !c.isNothing())
                .toList();
    }

    private static boolean isCertain(Contribution contribution, Set<String> perhaps) {
        return contribution.truth() == Truth.TRUE && !perhaps.contains(contribution.fact());
    }

    /** Open answers that a rule may excuse: nobody has said so, or the rule's own condition is not known. */
    private Set<String> perhapsExcused(FactSet facts) {
        Set<String> found = new HashSet<>();
        FactRow supplier = facts.rows().get(0);
        for (Rule rule : excuses) {
            if (Interpreter.evaluate(rule, supplier).isPossible()) {
                ((Excuse) rule.then()).questions().forEach(id -> found.add(ANSWER + id));
            }
        }
        found.retainAll(facts.rows().stream()
                .filter(row -> row.type() == FactType.ANSWER && row.isOpen())
                .map(FactRow::toString)
                .collect(Collectors.toSet()));
        return found;
    }

    /** An answer that may not be asked for makes anything from nothing to what it could make unasked. */
    private List<Contribution> widened(List<Contribution> stated, Set<String> perhaps) {
        Scale scale = pack.pack().aggregation().scale();
        List<Contribution> widened = new ArrayList<>(
                stated.stream().filter(c -> !perhaps.contains(c.fact())).toList());
        for (Contribution c : nothingKnown) {
            if (perhaps.contains(c.fact())) {
                widened.add(new Contribution(
                        c.rules(),
                        c.domain(),
                        c.fact(),
                        c.site(),
                        Truth.MAYBE,
                        scale.best(List.of(c.best(), Points.ZERO)),
                        scale.worst(List.of(c.worst(), Points.ZERO))));
            }
        }
        return widened;
    }

    /** The most points that a domain's facts could make, but for some. */
    Points most(String domain, Set<String> without) {
        return nothingKnown.stream()
                .filter(c -> c.domain().equals(domain) && !without.contains(c.fact()))
                .map(c -> c.best().compareTo(c.worst()) > 0 ? c.best() : c.worst())
                .reduce(Points.ZERO, Points::plus);
    }

    private List<Domain> control() {
        return pack.pack().domains(Domain.Figure.CONTROL);
    }
}
