package io.redoubt.rulepack.method;

import io.redoubt.rulepack.Action;
import io.redoubt.rulepack.Action.AddPoints;
import io.redoubt.rulepack.Action.Bar;
import io.redoubt.rulepack.Action.Excuse;
import io.redoubt.rulepack.Domain;
import io.redoubt.rulepack.Operand;
import io.redoubt.rulepack.Operand.Literal;
import io.redoubt.rulepack.RulePack;
import java.util.List;

/** What a rule does when it fires, in words. */
record ActionWords(Wording wording, RulePack pack, Audience audience) {
    Prose of(Action action) {
        if (action instanceof AddPoints add) {
            return audience == Audience.INTERNAL ? points(add) : direction(add);
        }
        if (action instanceof Bar bar) {
            return Prose.of(WorkClassWords.of(bar.classes()) + " is barred; "
                    + (bar.waivable() ? "a waiver is possible" : "no waiver is possible"));
        }
        List<Prose> questions =
                ((Excuse) action).questions().stream().map(wording::question).toList();
        return Prose.of(
                        questions.size() == 1
                                ? "the supplier may say that this question does not apply to it: "
                                : "the supplier may say that each of these questions does not apply to it: ")
                .then(Prose.joined(questions, "; "));
    }

    private Prose points(AddPoints add) {
        boolean less = add.points() instanceof Literal literal && literal.value() < 0;
        Operand shown = add.points() instanceof Literal literal && literal.value() < 0
                ? new Literal(Math.abs(literal.value()))
                : add.points();
        Prose amount = wording.amounts().of(shown, "points");
        boolean one = amount.plain().startsWith("1 point ") || amount.plain().equals("1 point");
        return amount.then(one ? " is " : " are ")
                .then(less ? "taken off " : "added to ")
                .then(domain(add.domain()));
    }

    /** No points make nothing better on a scale where points are good, and nothing worse where they are bad. */
    private Prose direction(AddPoints add) {
        boolean high = pack.aggregation().scale().isHigh();
        boolean positive = wording.amounts().values(add.points()).stream().anyMatch(value -> value > 0);
        return Prose.of(high == positive ? "this counts against " : "this counts in favour of ")
                .then(domain(add.domain()));
    }

    private String domain(String id) {
        return pack.domains().stream()
                .filter(domain -> domain.id().equals(id))
                .map(Domain::title)
                .findFirst()
                .orElse(id);
    }
}
